import { describe, expect, it } from 'vitest';
import { readCslJson } from './read-csl-json.ts';

const read = (value: unknown) => readCslJson(JSON.stringify(value));
const cslOf = (record: object) => read([{ title: 'Title', type: 'book', ...record }]).references[0]?.csl;

describe('references in CSL-JSON', () => {
  it.each([
    ['a list', [{ title: 'T' }]],
    ['one record', { title: 'T' }],
    ['a list in an object', { items: [{ title: 'T' }] }]
  ])('reads %s', (_, value) => {
    expect(read(value).references).toHaveLength(1);
  });

  it.each([
    [{ 'date-parts': [[2017, 5, 1]] }, [2017, 5, 1]],
    [{ 'date-parts': [['2017', '05']] }, [2017, 5]],
    [{ 'date-parts': [[2017, 13]] }, [2017]],
    [{ raw: '2017-05-01' }, [2017, 5, 1]],
    [{ literal: 'Spring 2017' }, [2017]],
    ['2017', [2017]]
  ])('reads the date %j', (issued, expected) => {
    expect(cslOf({ issued })?.issued).toEqual({ 'date-parts': [expected] });
  });

  it.each([{ literal: 'in press' }, { 'date-parts': [[]] }, { 'date-parts': [[null]] }, null, 7])(
    'takes %j for no date',
    (issued) => {
      expect(cslOf({ issued })?.issued).toBeUndefined();
    }
  );

  it('reads names of people, of groups, with particles and with "et al"', () => {
    const author = [
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
      { literal: 'World Health Organization' },
      { name: 'The Study Group' },
      { literal: 'et al' },
      { given: 'Plato' },
      7
    ];
    const [reference] = read([{ title: 'T', author }]).references;
    expect(reference?.csl.author).toEqual([
      { family: 'van der Berg', given: 'Jan' },
      { literal: 'World Health Organization' },
      { literal: 'The Study Group' },
      { literal: 'Plato' }
    ]);
    expect(reference?.authorsTruncated).toBe(true);
  });

  it('keeps fields that nothing here reads, but for abstracts and notes', () => {
    const csl = cslOf({ 'event-place': 'Wien', ISSN: '0028-0836', abstract: 'long', note: 'mine' });
    expect(csl).toMatchObject({ 'event-place': 'Wien', ISSN: '0028-0836' });
    expect(Object.keys(csl ?? {})).not.toContain('abstract');
    expect(Object.keys(csl ?? {})).not.toContain('note');
  });

  it('takes numbers for text, and the markup out of titles', () => {
    expect(cslOf({ volume: 12, title: '<i>KRAS</i><sup>G12C</sup> &amp; more' })).toMatchObject({
      volume: '12',
      title: 'KRASG12C & more'
    });
  });

  it('knows a kind by its nearest', () => {
    expect(cslOf({ type: 'post-weblog' })?.type).toBe('webpage');
    expect(cslOf({ type: 'musical_score' })?.type).toBe('document');
  });

  it('leaves out what is no record, and reads its neighbours', () => {
    const { references, problems } = read([{ title: 'One' }, 'two', { type: 'book' }, { title: 'Four' }]);
    expect(references.map(({ csl }) => csl.title)).toEqual(['One', 'Four']);
    expect(problems.map(({ record }) => record)).toEqual([2, 3]);
  });

  it.each(['[{"title": "T"', '"text"', '42'])('says of %j that it holds no references', (text) => {
    const { references, problems } = readCslJson(text);
    expect(references).toEqual([]);
    expect(problems).toMatchObject([{ what: 'Nothing was read' }]);
  });

  it('is not fooled by fields with names of the language', () => {
    expect(Object.getPrototypeOf(readCslJson('[{"title":"T","__proto__":{"x":1}}]').references[0]?.csl)).toBe(
      Object.prototype
    );
  });
});
