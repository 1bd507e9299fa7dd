import { afterEach, describe, expect, it, vi } from 'vitest';
import { readBibtex } from './read-bibtex.ts';
import { readPasted } from './read-pasted.ts';

const cslOf = (...lines: string[]) => readBibtex(lines.join('\n')).references[0]?.csl;

afterEach(() => vi.restoreAllMocks());

describe('references in BibTeX', () => {
  it('reads strings, accents, braces, months, page dashes and "and others"', () => {
    const [reference] = readBibtex(`
      @string{jama = "JAMA"}
      @article{smith2020, author = {Sm{\\"u}th, John A. and van der Berg, Jan and others},
        title = {The {PD-L1} paper}, journal = jama, year = 2020, month = jan, pages = {100--110}, volume=3, number={4},
        doi={10.1000/xyz}, pmid = {28102259}}`).references;
    expect(reference?.csl).toMatchObject({
      type: 'article-journal',
      title: 'The PD-L1 paper',
      author: [
        { family: 'Smüth', given: 'John A.' },
        { family: 'van der Berg', given: 'Jan' }
      ],
      'container-title': 'JAMA',
      issued: { 'date-parts': [[2020, 1]] },
      volume: '3',
      issue: '4',
      page: '100-110',
      DOI: '10.1000/xyz',
      PMID: '28102259'
    });
    expect(reference?.authorsTruncated).toBe(true);
  });

  it('joins strings with #, and reads entries in parentheses', () => {
    expect(
      cslOf('@string(j = "Ann")', '@article(a, title = {T}, journal = j # " Oncol", year = 2001)')
    ).toMatchObject({
      'container-title': 'Ann Oncol'
    });
  });

  it('takes what an entry inherits by crossref, whichever stands first', () => {
    const csl = cslOf(
      '@inbook{c1, crossref={p1}, author={Roe, R}, title={Checkpoints}, pages={1--2}}',
      '@book{p1, title={Oncology}, editor={Doe, Jane}, publisher={Press}, year={2011}}'
    );
    expect(csl).toMatchObject({
      title: 'Checkpoints',
      publisher: 'Press',
      issued: { 'date-parts': [[2011]] }
    });
  });

  it('reads entries without a key, as JabRef writes them', () => {
    expect(cslOf('@book{,', '  author = {Berkman, R. I.},', '  title = {Find It Fast},', '}')?.title).toBe(
      'Find It Fast'
    );
  });

  it('reads the fields of biblatex', () => {
    expect(
      cslOf('@online{k, title={T}, url={https://example.org}, urldate={2020-01-02}, date={2019-05}}')
    ).toMatchObject({ URL: 'https://example.org', accessed: { 'date-parts': [[2020, 1, 2]] } });
  });

  it.each([
    ['a brace that never closes', '@article{bad, title={unclosed'],
    ['a comma missing', '@article{bad title={no comma} year=}'],
    ['no title', '@article{bad, author={A, B}}']
  ])('leaves out an entry with %s, and none of its neighbours', (_, bad) => {
    const { references, problems } = readBibtex(
      `@article{one, title={One}}\n${bad}\n@article{three, title={Three}}`
    );
    expect(references.map(({ csl }) => csl.title)).toEqual(['One', 'Three']);
    expect(problems).toMatchObject([{ record: 2, line: 2, what: 'The record was left out' }]);
  });

  it('sends no request, whatever a field or the text says', () => {
    const request = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('A request left.'));
    readBibtex(
      '@article{https://doi.org/10.1000/xyz, title={https://doi.org/10.1000/xyz}, url={https://example.org}}'
    );
    readBibtex('@article{Q42, title={Q42}, doi={10.1000/xyz}}');
    readBibtex('@{https://doi.org/10.1000/xyz');
    for (const text of ['https://doi.org/10.1000/xyz', '10.1000/xyz', 'Q42', '28102259']) readPasted(text);
    expect(request).not.toHaveBeenCalled();
  });
});

describe('what is pasted', () => {
  it.each([
    ['TY  - JOUR\nTI  - T\nER  - ', 'RIS'],
    ['PMID- 7\nTI  - T', 'NBIB (PubMed)'],
    ['@book{a, title={T}}', 'BibTeX'],
    ['[{"title":"T"}]', 'CSL-JSON']
  ])('is read by its format: %j', (text, format) => {
    expect(readPasted(text)).toMatchObject({ format, references: [{ csl: { title: 'T' } }] });
  });

  it.each([
    ['Smith JA. A title. JAMA. 2024.', 'neither RIS'],
    ['<?xml version="1.0"?><PubmedArticleSet/>', 'XML is not read'],
    ['x'.repeat(200_001), 'at most 200000'],
    ['TY  - JOUR\nTI  - T\nER  - \n'.repeat(201), 'at most 200']
  ])('is refused with a reason', (text, why) => {
    const { references, problems } = readPasted(text);
    expect(references).toEqual([]);
    expect(problems[0]?.why).toContain(why);
  });
});
