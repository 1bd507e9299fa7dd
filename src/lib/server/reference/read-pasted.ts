import { readCslJson } from '#lib/domain/reference/read-csl-json.ts';
import { readNbib } from '#lib/domain/reference/read-nbib.ts';
import type { ReadReferences } from '#lib/domain/reference/read-reference.ts';
import { readRis } from '#lib/domain/reference/read-ris.ts';
import { FORMAT_LABELS, recogniseFormat } from '#lib/domain/reference/recognise-format.ts';
import { readBibtex } from './read-bibtex.ts';

/** Bounds of one paste: what a person can look through before adding it. */
const LARGEST = 200_000;
const MOST_RECORDS = 200;

const READERS = { ris: readRis, nbib: readNbib, bibtex: readBibtex, 'csl-json': readCslJson };

export type Pasted = ReadReferences & {
  /** The name of the format, e.g. `RIS`; empty: none was recognised. */
  format: string;
};

const nothing = (why: string, mend: string, format = ''): Pasted => ({
  format,
  references: [],
  problems: [{ record: 1, line: 1, what: 'Nothing was read', why, mend }]
});

/** Reads references in whatever format they are in. Nothing is fetched. */
export function readPasted(text: string): Pasted {
  if (text.length > LARGEST) {
    return nothing(
      `This has ${text.length} characters; at most ${LARGEST} are read at once.`,
      'Paste it in parts.'
    );
  }
  const format = recogniseFormat(text);
  if (format === null)
    return nothing(
      'This is neither RIS, BibTeX, NBIB nor CSL-JSON.',
      'Export from your reference manager again.'
    );
  const label = FORMAT_LABELS[format];
  if (format === 'pubmed-xml')
    return nothing('PubMed’s XML is not read.', 'In PubMed choose “Send to”, “Citation manager”.', label);
  const { references, problems } = READERS[format](text);
  if (references.length > MOST_RECORDS) {
    const why = `This has ${references.length} references; at most ${MOST_RECORDS} are added at once.`;
    return nothing(why, 'Paste it in parts.', label);
  }
  return { format: label, references, problems };
}
