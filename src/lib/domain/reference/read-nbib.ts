import { assembleReference } from './assemble-reference.ts';
import type { NbibField } from './nbib-field.ts';
import { rawFromNbib } from './nbib-fields.ts';
import type { Place, ReadReferences, ReferenceProblem } from './read-reference.ts';

/** The tag is padded to four characters and ends with a hyphen: `TI  - `, `PMID- `. */
const FIELD = /^([A-Z][A-Z0-9 ]{3})-(.*)$/;

type Open = Place & { fields: NbibField[] };

type Split = { records: Open[]; problems: ReferenceProblem[] };

const notRead = ({ record, line }: Place, text: string): ReferenceProblem => ({
  record,
  line,
  what: 'The line was left out',
  why: `“${text.trim().slice(0, 60)}” does not begin with a tag such as “TI  - ”.`,
  mend: 'Check it in the file: the tag takes four characters, then come a hyphen and a space.'
});

/** A field opens a record where none is open, or where it is a further PMID. */
function addField(split: Split, open: Open | null, { tag, value, line }: NbibField & { line: number }): Open {
  const isNext = open === null || (tag === 'PMID' && open.fields.some((known) => known.tag === 'PMID'));
  const record = isNext ? { record: split.records.length + 1, line, fields: [] } : open;
  if (isNext) split.records.push(record);
  record.fields.push({ tag, value });
  return record;
}

/** The records, parted by blank lines or by `PMID-`; a line that begins with spaces goes on with the field above it. */
function splitRecords(lines: string[]): Split {
  const split: Split = { records: [], problems: [] };
  let open: Open | null = null;
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const field = FIELD.exec(text);
    const last = open?.fields.at(-1);
    if (text.trim() === '') open = null;
    else if (field !== null) {
      const [, tag = '', value = ''] = field;
      open = addField(split, open, { tag: tag.trim(), value: value.trim(), line });
    } else if (last && /^\s{2}/.test(text)) last.value = `${last.value} ${text.trim()}`.trim();
    else split.problems.push(notRead({ record: Math.max(1, split.records.length), line }, text));
  }
  return split;
}

/**
 * References as PubMed exports them ("Send to: Citation manager", .nbib) or in MEDLINE's text format.
 * https://www.nlm.nih.gov/bsd/mms/medlineelements.html
 */
export function readNbib(text: string): ReadReferences {
  const { records, problems } = splitRecords(text.split(/\r\n|\r|\n/));
  const read: ReadReferences = { references: [], problems };
  for (const open of records) {
    const assembled = assembleReference(rawFromNbib(open));
    if (assembled.reference !== null) read.references.push(assembled.reference);
    read.problems.push(...assembled.problems);
  }
  return read;
}
