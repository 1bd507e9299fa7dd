import { describe, expect, it } from 'vitest';
import { readNbib } from './read-nbib.ts';

const read = (...lines: string[]) => readNbib(lines.join('\n'));
const cslOf = (...lines: string[]) => read(...lines).references[0]?.csl;

describe('references in NBIB', () => {
  it('reads an article with all that the library keeps', () => {
    expect(
      cslOf(
        'PMID- 20481061',
        'OWN - NLM',
        'VI  - 20',
        'IP  - 4',
        'DP  - 2016 Jan-Feb',
        'TI  - From danger and motherhood to health: advice for the factory',
        '      girl in early twentieth-century Britain.',
        'PG  - 454-81',
        'LID - 10.1093/tcbh/hwp040 [doi]',
        'FAU - Long, Vicky',
        'AU  - Long V',
        'AD  - Centre for the History of Science, Technology and Medicine, University of',
        '      Manchester.',
        'AU  - Marland H',
        'CN  - The History Group',
        'LA  - eng',
        'TA  - 20 Century Br Hist',
        'JT  - 20 century British history',
        'PMC - PMC4513071'
      )
    ).toEqual({
      id: 'record-1',
      type: 'article-journal',
      title:
        'From danger and motherhood to health: advice for the factory girl in early twentieth-century Britain',
      author: [
        { family: 'Long', given: 'Vicky' },
        { family: 'Marland', given: 'H' },
        { literal: 'The History Group' }
      ],
      'container-title': '20 century British history',
      'container-title-short': '20 Century Br Hist',
      volume: '20',
      issue: '4',
      page: '454-481',
      language: 'en',
      issued: { 'date-parts': [[2016, 1]] },
      DOI: '10.1093/tcbh/hwp040',
      PMID: '20481061',
      PMCID: 'PMC4513071'
    });
  });

  it.each([
    ['a blank line', ['TI  - One', '', 'TI  - Two']],
    ['the next PMID', ['PMID- 1', 'TI  - One', 'PMID- 2', 'TI  - Two']]
  ])('parts records at %s', (_, lines) => {
    expect(read(...lines).references.map(({ csl }) => csl.title)).toEqual(['One', 'Two']);
  });

  it('reads tags without a space after the hyphen', () => {
    expect(cslOf('PMID-22664220', 'TI  -Title', 'PMC -22664230')).toMatchObject({
      PMID: '22664220',
      PMCID: 'PMC22664230'
    });
  });

  it('finds the DOI in AID, with and without its mark', () => {
    expect(cslOf('TI  - T', 'AID - ABR-5-67 [pii]', 'AID - 10.1000/x1 [doi]')?.DOI).toBe('10.1000/x1');
    expect(cslOf('TI  - T', 'AID - doi:10.1016/j.cpr.2005.02.002')?.DOI).toBe('10.1016/j.cpr.2005.02.002');
  });

  it.each([
    ['2010 Winter', [2010]],
    ['2013 06 10', [2013, 6, 10]]
  ])('reads the free date %j', (text, expected) => {
    expect(cslOf('TI  - T', `DP  - ${text}`)?.issued).toEqual({ 'date-parts': [expected] });
  });

  it('knows a chapter by the title of its book', () => {
    expect(cslOf('TI  - Chapter.', 'BTI - Book.')).toMatchObject({
      type: 'chapter',
      title: 'Chapter',
      'container-title': 'Book'
    });
  });

  it('says that PubMed lists a paper as retracted', () => {
    const lines = ['PMID- 7', 'TI  - T', 'PT  - Journal Article', 'PT  - Retracted Publication'];
    expect(read(...lines).references[0]?.status).toBe('retracted');
  });

  it.each([
    ['RIN - Nature. 2020;580:1. PMID: 8', 'retracted', 'Retraction in: Nature. 2020;580:1. PMID: 8.'],
    ['ECI - BMJ. 2020;1:2', 'expression-of-concern', 'Expression of concern in: BMJ. 2020;1:2.'],
    ['EIN - JAMA. 2020;1:2', 'corrected', 'Erratum in: JAMA. 2020;1:2.'],
    ['CIN - JAMA. 2020;1:2', 'current', ''],
    ['ROF - JAMA. 2020;1:2', 'current', '']
  ])('says how a paper stands by %j', (line, status, statusNote) => {
    expect(read('PMID- 7', 'TI  - T', line).references[0]).toMatchObject({ status, statusNote });
  });

  it('names every notice about a paper, the gravest first', () => {
    const [reference] = read(
      'PMID- 7',
      'TI  - T',
      'EIN - A. 1',
      'RIN - B. 2',
      'PT  - Retracted Publication'
    ).references;
    expect(reference).toMatchObject({
      status: 'retracted',
      statusNote: 'Retraction in: B. 2. PubMed lists it as a retracted publication. Erratum in: A. 1.'
    });
  });

  it('leaves out a line that is no field, and a record without a title, and reads the rest', () => {
    const { references, problems } = read(
      ...['PMID- 1', 'SO  no hyphen', 'TI  - One', '', 'PMID- 2', '', 'PMID- 3', 'TI  - Three']
    );
    expect(references.map(({ csl }) => csl.title)).toEqual(['One', 'Three']);
    expect(problems.map(({ record, line, what }) => [record, line, what])).toEqual([
      [1, 2, 'The line was left out'],
      [2, 5, 'The record was left out']
    ]);
  });
});
