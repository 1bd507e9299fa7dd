import { describe, expect, it } from 'vitest';
import { readRis } from './read-ris.ts';

const read = (...lines: string[]) => readRis(lines.join('\n'));
const cslOf = (...lines: string[]) => read(...lines).references[0]?.csl;
const journal = (...lines: string[]) => cslOf('TY  - JOUR', 'TI  - Title', ...lines, 'ER  - ');

describe('references in RIS', () => {
  it('reads an article with all that the library keeps', () => {
    expect(
      journal(
        'AU  - Chen, Daniel S.',
        'AU  - Mellman,Ira',
        'JF  - Nature',
        'JA  - Nature',
        'PY  - 2017',
        'VL  - 541',
        'IS  - 7637',
        'SP  - 321',
        'EP  - 30',
        'DO  - https://doi.org/10.1038/nature21349',
        'UR  - https://www.nature.com/articles/nature21349',
        'U1  - 28102259[pmid]',
        'Y2  - 2026/11/20'
      )
    ).toEqual({
      id: 'record-1',
      type: 'article-journal',
      title: 'Title',
      author: [
        { family: 'Chen', given: 'Daniel S.' },
        { family: 'Mellman', given: 'Ira' }
      ],
      'container-title': 'Nature',
      volume: '541',
      issue: '7637',
      page: '321-330',
      issued: { 'date-parts': [[2017]] },
      accessed: { 'date-parts': [[2026, 11, 20]] },
      DOI: '10.1038/nature21349',
      PMID: '28102259',
      URL: 'https://www.nature.com/articles/nature21349'
    });
  });

  it.each([
    ['blank lines first', ['', '', 'TY  - JOUR', 'TI  - Title', 'ER  - ']],
    [
      'text before the first record',
      ['Record #1 of 2', 'Provider: X', '1.', 'TY  - JOUR', 'TI  - Title', 'ER  - ']
    ],
    ['ER without a space', ['TY  - JOUR', 'TI  - Title', 'ER  -']],
    ['ER with words', ['TY  - JOUR', 'TI  - Title', 'ER  - kmpt']],
    ['no ER at the end', ['TY  - JOUR', 'TI  - Title']],
    ['no space after the hyphen', ['TY  -JOUR', 'TI  -Title', 'ER  -']],
    ['a blank line in it', ['TY  - JOUR', 'TI  - Title', '', 'AU  - Chen, D', 'ER  - ']],
    ['unknown and empty tags', ['TY  - JOUR', 'ZZ  - what', 'JP  - ', 'TI  - Title', 'ER  - ']],
    ['a type in words', ['TY  - Journal Article', 'TI  - Title', 'ER  - ']]
  ])('reads a record with %s', (_, lines) => {
    const { references, problems } = read(...lines);
    expect(references.map(({ csl }) => csl.type)).toEqual(['article-journal']);
    expect(problems).toEqual([]);
  });

  it.each(['\n', '\r', '\r\n'])('takes %j for the end of a line', (end) => {
    expect(readRis(['TY  - JOUR', 'TI  - Title', 'ER  - ', ''].join(end)).references).toHaveLength(1);
  });

  it('joins lines that go on without a tag to the field above', () => {
    expect(cslOf('TY  - JOUR', 'TI  - A title that', '      goes on', 'ER then ends', 'ER  - ')?.title).toBe(
      'A title that goes on ER then ends'
    );
  });

  it('reads a record without TY as a journal article, and says so', () => {
    const { references, problems } = read('JF  - Nature', 'T1  - Title', 'ER  -');
    expect(references).toHaveLength(1);
    expect(problems).toMatchObject([{ record: 1, line: 1, what: 'It was taken for a journal article' }]);
  });

  it('leaves out one record without a title, and none of its neighbours', () => {
    const { references, problems } = read(
      ...['TY  - JOUR', 'TI  - One', 'ER  - ', 'TY  - JOUR', 'AU  - Nobody, N', 'ER  - '],
      ...['TY  - JOUR', 'TI  - Three', 'ER  - ']
    );
    expect(references.map(({ csl }) => csl.title)).toEqual(['One', 'Three']);
    expect(problems).toMatchObject([{ record: 2, line: 4, what: 'The record was left out' }]);
  });

  it('parts records where ER is missing', () => {
    const lines = ['TY  - JOUR', 'TI  - One', 'TY  - JOUR', 'TI  - Two', 'ER  - '];
    expect(read(...lines).references.map(({ csl }) => csl.title)).toEqual(['One', 'Two']);
  });

  it.each([
    [['PY  - 2005', 'Y1  - 2006/07/15'], [2005]],
    [
      ['Y1  - 2005/07/15', 'PY  - 2005', 'Y2  - 2019/03/28'],
      [2005, 7, 15]
    ],
    [['PY  - 2001/09/01/'], [2001, 9, 1]],
    [
      ['PY  - ', 'DA  - 2014/12/12'],
      [2014, 12, 12]
    ],
    [
      ['PY  - ///spring', 'Y1  - 2015/october'],
      [2015, 10]
    ],
    [
      ['PY  - 2013/04/18', 'PY  - 2012/02/15/received'],
      [2013, 4, 18]
    ]
  ])('takes the date from %j', (lines, expected) => {
    expect(journal(...lines)?.issued).toEqual({ 'date-parts': [expected] });
  });

  it('never takes the day of access for the date', () => {
    expect(journal('Y2  - 2019/03/28')?.issued).toBeUndefined();
  });

  it.each([
    [['DO  - doi:10.1201/b19107-2'], '10.1201/b19107-2'],
    [['N1  - doi: 10.1063/1.1954747'], '10.1063/1.1954747'],
    [['UR  - http://dx.doi.org/10.1023/A:1017379030770'], '10.1023/A:1017379030770'],
    [['DO  - http://dx.doi.org/10.1016/j.actamat.2016.09.028'], '10.1016/j.actamat.2016.09.028']
  ])('finds the DOI in %j', (lines, expected) => {
    expect(journal(...lines)?.DOI).toBe(expected);
  });

  it('reads a record whose DOI is none, and says what was left out', () => {
    const { references, problems } = read('TY  - JOUR', 'TI  - Title', 'DO  - whatever', 'ER  - ');
    expect(references[0]?.csl.DOI).toBeUndefined();
    expect(problems).toMatchObject([{ what: 'The DOI was left out', why: '“whatever” is no DOI.' }]);
  });

  it('takes the first of several addresses', () => {
    expect(journal('UR  - http://example.com;http://www.example.com')?.URL).toBe('http://example.com');
  });

  it('parts volume and issue that stand in one field', () => {
    expect(journal('VL  - 50(2)')).toMatchObject({ volume: '50', issue: '2' });
  });

  it('finds title and journal under their other tags', () => {
    const lines = ['TY  - JOUR', 'T1  - Title', 'T2  - Journal of Physics', 'JO  - J. Phys.', 'ER  - '];
    expect(cslOf(...lines)).toMatchObject({
      title: 'Title',
      'container-title': 'Journal of Physics',
      'container-title-short': 'J. Phys.'
    });
  });

  it('takes the editors of a book from A2', () => {
    const lines = [
      'TY  - BOOK',
      'AU  - Smith, Bob',
      'A2  - Clark, Joe',
      'T1  - A book',
      'PB  - Publisher',
      'ER  -'
    ];
    expect(cslOf(...lines)).toMatchObject({ type: 'book', editor: [{ family: 'Clark', given: 'Joe' }] });
  });

  it('says of the format of Web of Science what it is', () => {
    const { references, problems } = read(
      'FN Clarivate Analytics Web of Science',
      'VR 1.0',
      'PT J',
      'TI Title',
      'ER'
    );
    expect(references).toEqual([]);
    expect(problems[0]?.why).toContain('Web of Science');
  });
});
