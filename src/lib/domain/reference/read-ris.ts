import { assembleReference } from './assemble-reference.ts';
import type { Place, ReadReferences } from './read-reference.ts';
import { rawFromRis, type RisField } from './ris-fields.ts';

/** `TY  - JOUR`; some programs write one space, or none after the hyphen. */
const FIELD = /^([A-Z][A-Z0-9]) {1,2}-(.*)$/;

type Open = Place & { fields: RisField[]; hasType: boolean };

const isWebOfScience = (lines: string[]) => {
  const [first = '', ...rest] = lines.filter((line) => line.trim() !== '').slice(0, 3);
  return /^FN \S/.test(first) && rest.some((line) => /^(?:VR|PT) \S/.test(line));
};

const webOfScience: ReadReferences = {
  references: [],
  problems: [
    {
      record: 1,
      line: 1,
      what: 'Nothing was read',
      why: 'This is Web of Science’s own format, not RIS.',
      mend: 'Export again from Web of Science and choose “RIS (other reference software)”.'
    }
  ]
};

/** A line without a tag goes on with the field above it. */
function goOn(open: Open | null, line: string): void {
  const last = open?.fields.at(-1);
  if (last && line.trim() !== '') last.value = `${last.value} ${line.trim()}`.trim();
}

/** The records of a RIS text: a record ends at `ER`, at the next `TY` or at the end. */
function splitRecords(lines: string[]): Open[] {
  const records: Open[] = [];
  let open: Open | null = null;
  for (const [index, line] of lines.entries()) {
    const field = FIELD.exec(line.trimEnd());
    const tag = field?.[1] ?? '';
    const value = (field?.[2] ?? '').trim();
    if (tag === 'ER') open = null;
    else if (field === null) goOn(open, line);
    else if (tag === 'TY' && open !== null && open.fields.every((known) => known.tag === 'TY')) {
      open.fields.push({ tag, value });
    } else {
      if (open === null || tag === 'TY') {
        open = { record: records.length + 1, line: index + 1, fields: [], hasType: tag === 'TY' };
        records.push(open);
      }
      open.fields.push({ tag, value });
    }
  }
  return records;
}

const noType = ({ record, line }: Place) => ({
  record,
  line,
  what: 'It was taken for a journal article',
  why: 'The record has no line “TY  -”, which says what it is.',
  mend: 'Change its type after adding it, if that is wrong.'
});

/**
 * References in RIS. Text before the first record, unknown tags, lines that go on without a tag and records without `TY`
 * or `ER` are what the programs of this world write, and are read. The format: https://en.wikipedia.org/wiki/RIS_(file_format)
 */
export function readRis(text: string): ReadReferences {
  const lines = text.split(/\r\n|\r|\n/);
  if (isWebOfScience(lines)) return webOfScience;
  const read: ReadReferences = { references: [], problems: [] };
  for (const open of splitRecords(lines)) {
    const { reference, problems } = assembleReference(rawFromRis(open));
    if (reference !== null) read.references.push(reference);
    read.problems.push(...problems, ...(reference === null || open.hasType ? [] : [noType(open)]));
  }
  return read;
}
