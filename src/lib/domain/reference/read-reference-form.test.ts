import { describe, expect, it } from 'vitest';
import { readReferenceForm } from './read-reference-form.ts';
import { BLANK_REFERENCE, formOfReference, type ReferenceForm } from './reference-form.ts';

const form = (fields: Partial<ReferenceForm>): ReferenceForm => ({
  ...BLANK_REFERENCE,
  title: 'Title',
  ...fields
});

const problemsOf = (fields: Partial<ReferenceForm>) => {
  const read = readReferenceForm(form(fields), null);
  return read.ok ? [] : read.problem.map(({ field }) => field);
};

describe('the form of a reference', () => {
  it('becomes CSL, with identifiers in their one form', () => {
    const read = readReferenceForm(
      form({
        authors: 'Chen, Daniel S.\nMellman, Ira\n\nWorld Health Organization',
        issued: '2017-01',
        DOI: 'https://doi.org/10.1038/nature21349',
        PMID: 'PMID: 28102259',
        texts: { ...BLANK_REFERENCE.texts, 'container-title': ' Nature ', page: '321-30' }
      }),
      null
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        csl: {
          author: [
            { family: 'Chen', given: 'Daniel S.' },
            { family: 'Mellman', given: 'Ira' },
            { literal: 'World Health Organization' }
          ],
          'container-title': 'Nature',
          page: '321-330',
          issued: { 'date-parts': [[2017, 1]] },
          DOI: '10.1038/nature21349',
          PMID: '28102259'
        }
      }
    });
  });

  it.each<[Partial<ReferenceForm>, string]>([
    [{ title: ' ' }, 'title'],
    [{ title: 'x'.repeat(1001) }, 'title'],
    [{ type: 'song' }, 'type'],
    [{ issued: '2017-13' }, 'issued'],
    [{ issued: 'May 2017' }, 'issued'],
    [{ issued: '2017-02-30' }, 'issued'],
    [{ accessed: 'yesterday' }, 'accessed'],
    [{ DOI: 'nature21349' }, 'DOI'],
    [{ PMID: '28 102' }, 'PMID'],
    [{ PMCID: '5515524' }, 'PMCID'],
    [{ URL: 'javascript:alert(1)' }, 'URL']
  ])('refuses %j at its field', (fields, field) => {
    expect(problemsOf(fields)).toEqual([field]);
  });

  it('brings back what it was made of, and keeps what it does not show', () => {
    const held = {
      csl: {
        ...{ id: 'chen2017', type: 'chapter', title: 'Title', 'event-place': 'Wien', page: '1-2' },
        author: [
          { family: 'King', given: 'ML', suffix: 'Jr' },
          { literal: 'Ministry of Health, Labour and Welfare' },
          { family: 'Berg', given: 'J', 'non-dropping-particle': 'van der' },
          { literal: 'A Group', isInstitution: true }
        ],
        issued: { 'date-parts': [[2017, 5, 1]], circa: true, season: 1 },
        PMCID: 'PMC1'
      },
      authorsTruncated: true
    };
    expect(readReferenceForm(formOfReference(held), held.csl)).toEqual({ ok: true, value: held });
  });
});
