import { describe, expect, it } from 'vitest';
import { readCrossref } from './read-crossref.ts';

/** As `GET /works/10.1038/nature21349` answers, shortened. */
const work = {
  DOI: '10.1038/nature21349',
  type: 'journal-article',
  publisher: 'Springer Science and Business Media LLC',
  title: ['Elements of cancer immunity and the cancer–immune set point'],
  'container-title': ['Nature'],
  'short-container-title': ['Nature'],
  author: [
    { given: 'Daniel S.', family: 'Chen', sequence: 'first', affiliation: [] },
    { name: 'A Study Group', sequence: 'additional', affiliation: [] }
  ],
  issued: { 'date-parts': [[2017, 1, 18]] },
  'published-print': { 'date-parts': [[2017, 1]] },
  volume: '541',
  issue: '7637',
  page: '321-330',
  language: 'en',
  reference: [{ key: 'x', 'doi-asserted-by': 'publisher' }]
};

const notice = (type: string, day = '2020-05-01', DOI = '10.1000/notice') => ({
  ...{ type, DOI, label: type },
  updated: { 'date-parts': [[2020, 5, 1]], 'date-time': `${day}T00:00:00Z`, timestamp: 0 }
});

const statusOf = (fields: object) => {
  const found = readCrossref({ ...work, ...fields });
  return [found?.status, found?.statusNote];
};

describe('a work of Crossref', () => {
  it('is read as the library keeps a reference', () => {
    expect(readCrossref(work)).toEqual({
      record: {
        csl: {
          id: 'record-1',
          type: 'article-journal',
          title: 'Elements of cancer immunity and the cancer–immune set point',
          author: [{ family: 'Chen', given: 'Daniel S.' }, { literal: 'A Study Group' }],
          'container-title': 'Nature',
          'container-title-short': 'Nature',
          ...{ volume: '541', issue: '7637', page: '321-330', language: 'en' },
          issued: { 'date-parts': [[2017, 1]] },
          DOI: '10.1038/nature21349'
        },
        authorsTruncated: false
      },
      status: 'current',
      statusNote: ''
    });
  });

  it.each([
    [{ type: 'book-chapter' }, 'chapter'],
    [{ type: 'posted-content' }, 'article'],
    [{ type: 'dissertation' }, 'thesis'],
    [{ type: 'report' }, 'report'],
    [{ type: 'something-new' }, 'document']
  ])('with %j is a %s', (fields, type) => {
    expect(readCrossref({ ...work, ...fields })?.record.csl.type).toBe(type);
  });

  it('has its subtitle, its article number, and the publisher of a book', () => {
    const fields = { type: 'monograph', title: ['Cells'], subtitle: ['A guide'], page: undefined };
    expect(readCrossref({ ...work, ...fields, 'article-number': 'e7' })?.record.csl).toMatchObject({
      title: 'Cells: A guide',
      page: 'e7',
      publisher: 'Springer Science and Business Media LLC'
    });
  });

  it.each([
    ['retraction', 'retracted'],
    ['withdrawal', 'retracted'],
    ['expression_of_concern', 'expression-of-concern'],
    ['erratum', 'corrected'],
    ['new_version', 'current']
  ])('that a notice of kind %s updates is %s', (type, status) => {
    expect(statusOf({ 'updated-by': [notice(type)] })[0]).toBe(status);
  });

  it('names its notices, the gravest first', () => {
    expect(statusOf({ 'updated-by': [notice('correction', '2019-01-01'), notice('retraction')] })).toEqual([
      'retracted',
      'Crossref lists: retraction, doi:10.1000/notice, 2020-05-01; correction, doi:10.1000/notice, 2019-01-01.'
    ]);
  });

  it('is not retracted for being the notice about another; one that updates itself is', () => {
    expect(statusOf({ 'update-to': [notice('retraction')] })[0]).toBe('current');
    const itself = notice('retraction', '2020-05-01', '10.1038/NATURE21349');
    expect(statusOf({ 'update-to': [itself] })[0]).toBe('retracted');
  });

  it('is retracted where only its title says so', () => {
    expect(statusOf({ title: ['RETRACTED ARTICLE: Cells'] })[0]).toBe('retracted');
    expect(statusOf({ title: ['Retracted papers: a review'] })[0]).toBe('current');
  });

  it('stands again after it was reinstated, until it is retracted anew', () => {
    const back = notice('reinstatement', '2021-01-01');
    expect(statusOf({ 'updated-by': [notice('retraction'), back] })[0]).toBe('current');
    expect(statusOf({ 'updated-by': [back, notice('retraction', '2022-01-01')] })[0]).toBe('retracted');
  });

  it.each([null, [], 'text', {}, { title: [] }])('is not made of %j', (message) => {
    expect(readCrossref(message)).toBeNull();
  });
});
