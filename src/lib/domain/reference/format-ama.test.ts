import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CslReference } from './csl-reference.ts';
import { amaText, formatAma } from './format-ama.ts';

type SampleReference = CslReference & {
  custom: { citationAsPrinted: string; authorsTruncated: boolean; editorNotes: string[] };
};

const file = 'content/resistance-to-immunotherapy/references.json';
const sample: SampleReference[] = JSON.parse(readFileSync(file, 'utf8'));

/**
 * Where the record differs from the printed form for a reason that `editorNotes` states. AMA names all authors up to
 * six, so four authors stand in full; the journal of catakovic2017 is abbreviated as PubMed does.
 */
const EXPLAINED: Record<string, { note: RegExp; printed: string; ours: string }[]> = {
  sharma2017: [
    {
      note: /shortens four authors to three/,
      printed: 'Sharma P, Hu-Lieskovan S, Wargo JA, et al.',
      ours: 'Sharma P, Hu-Lieskovan S, Wargo JA, Ribas A.'
    }
  ],
  catakovic2017: [
    {
      note: /shortens four authors to three/,
      printed: 'Catakovic K, Klieser E, Neureiter D, et al.',
      ours: 'Catakovic K, Klieser E, Neureiter D, Geisberger R.'
    },
    { note: /abbreviates the journal/, printed: 'Cell Comm Signal.', ours: 'Cell Commun Signal.' }
  ]
};

function expectedText({ id, DOI, custom }: SampleReference): string {
  const printed = (EXPLAINED[id] ?? []).reduce(
    (text, { printed, ours }) => text.replace(printed, ours),
    custom.citationAsPrinted
  );
  return DOI === undefined || printed.includes('doi:') ? printed : `${printed} doi:${DOI}.`;
}

const article: CslReference = {
  id: 'x',
  type: 'article-journal',
  title: 'A title',
  author: [{ family: 'Doe', given: 'Jane Anne' }],
  'container-title': 'Journal of Examples',
  'container-title-short': 'J Ex',
  issued: { 'date-parts': [[2020]] },
  volume: '3',
  issue: '2',
  page: '1-9'
};

const authors = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ family: `Name${index + 1}`, given: 'AB' }));

describe('formatAma', () => {
  it.each(sample)(
    'prints $id of the sample as its list does, but for an appended DOI and the noted differences',
    (reference) => {
      expect(amaText(reference, reference.custom)).toBe(expectedText(reference));
    }
  );

  it.each(Object.entries(EXPLAINED))(
    'differs from the printed form of %s only where editorNotes says so',
    (id, differences) => {
      const reference = sample.find((candidate) => candidate.id === id);
      for (const { note, printed } of differences) {
        expect(reference?.custom.editorNotes.join(' ')).toMatch(note);
        expect(reference?.custom.citationAsPrinted).toContain(printed);
      }
    }
  );

  it('names six authors in full', () => {
    expect(amaText({ ...article, author: authors(6) })).toMatch(/^Name1 AB, .*Name6 AB\. A title\./);
  });

  it('shortens seven authors to three and "et al"', () => {
    expect(amaText({ ...article, author: authors(7) })).toMatch(/^Name1 AB, Name2 AB, Name3 AB, et al\. /);
  });

  it('adds "et al" where only the first authors are known', () => {
    expect(amaText({ ...article, author: authors(2) }, { authorsTruncated: true })).toMatch(
      /^Name1 AB, Name2 AB, et al\. /
    );
  });

  it('makes initials of given names, and prints an organisation as it is called', () => {
    const names = [
      { family: 'Doe', given: 'Jane Anne' },
      { family: 'Roe', given: 'J.-P.' },
      { family: '王', given: '小明' },
      { literal: 'World Health Organization' }
    ];
    expect(amaText({ ...article, author: names })).toMatch(
      /^Doe JA, Roe JP, 王 小明, World Health Organization\. /
    );
  });

  it('puts no period after a title that ends with a question mark', () => {
    expect(amaText({ ...article, title: 'Does it work?' })).toContain('Does it work? J Ex.');
  });

  it('writes "suppl" in lower case, and no brackets without an issue', () => {
    expect(amaText({ ...article, issue: 'Suppl 13' })).toContain('2020;3(suppl 13):1-9.');
    const withoutIssue = { ...article };
    delete withoutIssue.issue;
    expect(amaText(withoutIssue)).toContain('2020;3:1-9.');
  });

  it('links the DOI and sets the journal apart', () => {
    const parts = formatAma({ ...article, DOI: '10.1000/a(b)<c>' });
    expect(parts).toContainEqual({ kind: 'work', text: 'J Ex.' });
    expect(parts).toContainEqual({
      kind: 'link',
      text: 'doi:10.1000/a(b)<c>',
      href: 'https://doi.org/10.1000/a(b)%3Cc%3E'
    });
  });

  it('prints a book with edition, publisher and year', () => {
    const book: CslReference = {
      id: 'b',
      type: 'book',
      title: 'Immunobiology',
      author: [{ family: 'Murphy', given: 'K' }],
      edition: '9',
      publisher: 'Garland Science',
      issued: { 'date-parts': [[2016]] }
    };
    expect(amaText(book)).toBe('Murphy K. Immunobiology. 9th ed. Garland Science; 2016.');
    expect(amaText({ ...book, edition: '2' })).toContain('2nd ed.');
    expect(amaText({ ...book, edition: '12' })).toContain('12th ed.');
  });

  it('prints a chapter with its editors and pages', () => {
    const chapter: CslReference = {
      id: 'c',
      type: 'chapter',
      title: 'Checkpoints',
      author: [{ family: 'Doe', given: 'J' }],
      editor: [
        { family: 'Roe', given: 'R' },
        { family: 'Poe', given: 'E' }
      ],
      'container-title': 'Oncology',
      publisher: 'Press',
      issued: { 'date-parts': [[2019]] },
      page: '10-20'
    };
    expect(amaText(chapter)).toBe('Doe J. Checkpoints. In: Roe R, Poe E, eds. Oncology. Press; 2019:10-20.');
  });

  it('prints a web page with the day on which it was seen', () => {
    const page: CslReference = {
      id: 'w',
      type: 'webpage',
      title: 'Immunotherapy',
      'container-title': 'National Cancer Institute',
      issued: { 'date-parts': [[2024, 5, 2]] },
      accessed: { 'date-parts': [[2026, 11, 3]] },
      URL: 'https://example.org/x'
    };
    expect(amaText(page)).toBe(
      'Immunotherapy. National Cancer Institute. Published May 2, 2024. Accessed November 3, 2026. https://example.org/x'
    );
  });

  it('never links an address that is not of the web', () => {
    expect(
      formatAma({ ...article, URL: 'javascript:alert(1)' }).filter((part) => part.kind === 'link')
    ).toEqual([]);
  });
});
