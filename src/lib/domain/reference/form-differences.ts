import { TEXT_FIELDS, type ReferenceForm } from './reference-form.ts';
import { referenceTypeLabel } from './reference-types.ts';

const linesOf = (form: ReferenceForm): { label: string; text: string }[] => [
  { label: 'Kind', text: referenceTypeLabel(form.type) },
  { label: 'Title', text: form.title },
  { label: 'Authors', text: form.authors },
  { label: 'More authors than these', text: form.authorsTruncated ? 'Yes' : 'No' },
  { label: 'Editors', text: form.editors },
  { label: 'Published', text: form.issued },
  ...TEXT_FIELDS.map(({ id, label }) => ({ label, text: form.texts[id] })),
  { label: 'DOI', text: form.DOI },
  { label: 'PMID', text: form.PMID },
  { label: 'PMCID', text: form.PMCID },
  { label: 'Web address', text: form.URL },
  { label: 'Read on', text: form.accessed }
];

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();

/** The fields in which two forms of a reference differ, as the first has them. */
export function formDifferences(
  theirs: ReferenceForm,
  typed: ReferenceForm
): { label: string; theirs: string }[] {
  const mine = new Map(linesOf(typed).map(({ label, text }) => [label, plain(text)]));
  return linesOf(theirs)
    .filter(({ label, text }) => plain(text) !== mine.get(label))
    .map(({ label, text }) => ({ label, theirs: text }));
}
