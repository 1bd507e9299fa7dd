import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPLETION_COLUMNS } from './completion-columns.ts';
import { ALL_COMPLETIONS } from './completion-filter.ts';
import { placePairs, readPlace, type CompletionPlace } from './completion-place.ts';
import { readCompletionView, viewQuery, WHOLE_VIEW } from './completion-view.ts';
import { nameQuery } from './name-words.ts';

const read = (query: string) => readCompletionView(new URLSearchParams(query));

/** The query that means the same; what was refused, instead. */
const again = (query: string) => {
  const view = read(query);
  return view.ok ? viewQuery(view.value) : view.problem;
};

describe('the view of a completion report in an address', () => {
  it('filters nothing where nothing is given, and needs no word for what is usual', () => {
    expect(read('')).toEqual({ ok: true, value: WHOLE_VIEW });
    expect(read('activity=&from=+&to=&profession=&name=&scoreMin=&column=&sort=')).toEqual({
      ok: true,
      value: WHOLE_VIEW
    });
    expect(again('sort=completed&order=desc&density=compact&after=x')).toBe('');
  });

  it('reads every field, several values of a field as any of them, and writes them back in one order', () => {
    const view = read(
      'to=2027-03-31&from=2027-01-01&profession=pharmacist&profession=nurse&profession=nurse&activity=a-1&version=1.0.0' +
        '&credit=ama-pra-1&credit=none&country=US&country=DE&reporting=pars:accepted&scoreMin=70&scoreMax=90' +
        '&name=Ana+M%C3%BC&column=email&column=completed_on&sort=score&order=asc'
    );
    expect(view).toEqual({
      ok: true,
      value: {
        filter: {
          activity: ['a-1'],
          version: ['1.0.0'],
          from: '2027-01-01',
          to: '2027-03-31',
          profession: ['pharmacist', 'nurse'],
          credit: ['ama-pra-1', 'none'],
          country: ['US', 'DE'],
          reporting: ['pars:accepted'],
          scoreMin: 70,
          scoreMax: 90,
          name: ['Ana Mü']
        },
        columns: ['completed_on', 'email'],
        sort: { by: 'score', descending: false }
      }
    });
    expect(view.ok && viewQuery(view.value)).toBe(
      'activity=a-1&version=1.0.0&from=2027-01-01&to=2027-03-31&profession=nurse&profession=pharmacist' +
        '&credit=ama-pra-1&credit=none&country=DE&country=US&reporting=pars%3Aaccepted&scoreMin=70&scoreMax=90' +
        '&name=Ana+M%C3%BC&column=completed_on&column=email&sort=score&order=asc'
    );
  });

  it('reads again what it wrote, whatever was chosen', () => {
    const some = <Value>(...values: Value[]) => fc.subarray(values);
    const day = fc.constantFrom(null, '2027-01-31');
    const score = fc.constantFrom(null, 80);
    // Each once, as they are read.
    const name = fc.uniqueArray(
      fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `a ${text}`.trim())
    );
    const filter = fc.record({
      activity: some('a', 'b-2'),
      version: some('1.0.0', 'draft & more'),
      from: day,
      to: day,
      profession: some('nurse', 'pharmacist'),
      credit: some('none', 'own-points'),
      country: some('US', 'GB'),
      reporting: some('pars:none', 'ce-broker:rejected'),
      scoreMin: score,
      scoreMax: score,
      name
    });
    const columns = fc.subarray([...COMPLETION_COLUMNS], { minLength: 1 });
    const sort = fc.record({
      by: fc.constantFrom('completed' as const, 'name' as const, 'score' as const),
      descending: fc.boolean()
    });
    fc.assert(
      fc.property(filter, fc.option(columns), sort, (chosen, shown, order) => {
        const query = viewQuery({ filter: chosen, columns: shown, sort: order });
        expect(again(query)).toBe(query);
      }),
      { numRuns: 50 }
    );
  });

  it.each([
    "activity=' or 1=1",
    'from=2027-02-30',
    'to=banana',
    'profession=wizard',
    'profession=nurse&profession=wizard',
    'activity=%00',
    'version=1%00',
    'credit=AMA',
    'country=XX',
    'reporting=pars',
    'reporting=pars:accepted:x',
    'reporting=toString:accepted',
    'column=password_hash'
  ])('refuses %j, which no form of ours sends', (query) => {
    expect(again(query)).toMatchObject([{ field: query.split('=')[0], malformed: true }]);
  });

  it.each([
    ['scoreMin=101', 'scoreMin', 'Enter the lowest score as a whole number from 0 to 100'],
    ['scoreMax=high', 'scoreMax', 'Enter the highest score as a whole number from 0 to 100'],
    ['scoreMin=80&scoreMax=70', 'scoreMax', 'The highest score lies below the lowest one'],
    ['from=2027-02-01&to=2027-01-31', 'to', 'The last day lies before the first one'],
    ['name=--', 'name', 'Enter at least one letter of the name']
  ])('says of %j, which a person can mistake, what is wrong', (query, field, message) => {
    expect(again(query)).toEqual([{ field, message, malformed: false }]);
  });

  it('takes no more values of a field than a person clicks together', () => {
    const many = Array.from({ length: 51 }, (_, index) => `version=${index}`).join('&');
    expect(again(many)).toMatchObject([{ field: 'version', malformed: true }]);
    expect(read('from=2027-01-31&to=2027-01-31').ok).toBe(true);
    expect(ALL_COMPLETIONS.version).toEqual([]);
  });
});

describe('the words of a name as a query of the text search', () => {
  it.each([
    ['Ana  Mül', "'Ana':* & 'Mül':*"],
    ["O'Brien", "'O''Brien':*"],
    ['back\\slash', "'back\\\\slash':*"],
    ['a&b | !c:* <-> (d)', "'a&b':* & '!c:*':* & '(d)':*"],
    [' - ', ''],
    ['A\0B\tC', "'A':* & 'B':* & 'C':*"]
  ])('quotes %j', (typed, query) => {
    expect(nameQuery(typed)).toBe(query);
  });
});

describe('the place of a page', () => {
  const id = '0b8f7a3e-5f0c-4d0e-9a1b-2c3d4e5f6a7b';

  it.each<CompletionPlace>([
    { kind: 'first' },
    { kind: 'last' },
    { kind: 'after', id },
    { kind: 'before', id }
  ])('is read as it was written: %j', (place) => {
    expect(readPlace(new URLSearchParams(placePairs(place)))).toEqual(place);
  });

  it.each(['after=2027-01-31', `before=${id}_x`, 'at=end', "after=' or 1=1"])('is none in %j', (query) => {
    expect(readPlace(new URLSearchParams(query))).toBeNull();
  });
});
