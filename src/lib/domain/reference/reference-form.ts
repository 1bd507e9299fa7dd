import type { CslReference } from './csl-reference.ts';
import { nameText } from './person-name.ts';
import { partialDateText } from './partial-date.ts';

/** The fields of a reference that are one line of text, with their labels. */
export const TEXT_FIELDS = [
  { id: 'container-title', label: 'Journal, book or site' },
  { id: 'container-title-short', label: 'Its abbreviation' },
  { id: 'volume', label: 'Volume' },
  { id: 'issue', label: 'Issue' },
  { id: 'page', label: 'Pages' },
  { id: 'publisher', label: 'Publisher' },
  { id: 'edition', label: 'Edition' },
  { id: 'genre', label: 'Kind of thesis or report' },
  { id: 'number', label: 'Number or version' }
] as const;

/** A reference as it is typed into the form. */
export type ReferenceForm = {
  type: string;
  title: string;
  /** One a line. */
  authors: string;
  editors: string;
  authorsTruncated: boolean;
  issued: string;
  accessed: string;
  DOI: string;
  PMID: string;
  PMCID: string;
  URL: string;
  texts: Record<(typeof TEXT_FIELDS)[number]['id'], string>;
};

const NO_TEXTS: ReferenceForm['texts'] = {
  'container-title': '',
  'container-title-short': '',
  volume: '',
  issue: '',
  page: '',
  publisher: '',
  edition: '',
  genre: '',
  number: ''
};

/** The form of a new reference. */
export const BLANK_REFERENCE: ReferenceForm = {
  ...{ type: 'article-journal', title: '', authors: '', editors: '', authorsTruncated: false },
  ...{ issued: '', accessed: '', DOI: '', PMID: '', PMCID: '', URL: '' },
  texts: NO_TEXTS
};

/** A reference as the library keeps it. */
export type ReferenceRecord = { csl: CslReference; authorsTruncated: boolean };

/** The form that shows a stored reference. */
export function formOfReference({ csl, authorsTruncated }: ReferenceRecord): ReferenceForm {
  const texts = { ...NO_TEXTS };
  for (const { id } of TEXT_FIELDS) texts[id] = csl[id] ?? '';
  const { type, title, DOI = '', PMID = '', PMCID = '', URL = '' } = csl;
  return {
    ...{ type, title, DOI, PMID, PMCID, URL, texts, authorsTruncated },
    authors: (csl.author ?? []).map(nameText).join('\n'),
    editors: (csl.editor ?? []).map(nameText).join('\n'),
    issued: partialDateText(csl.issued),
    accessed: partialDateText(csl.accessed)
  };
}
