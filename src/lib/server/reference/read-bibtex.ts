import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { assembleReference } from '#lib/domain/reference/assemble-reference.ts';
import { isRecord } from '#lib/domain/reference/csl-parts.ts';
import { rawFromCsl } from '#lib/domain/reference/read-csl-json.ts';
import type { ReadReferences, ReferenceProblem } from '#lib/domain/reference/read-reference.ts';
import { bibtexField, splitBibtex, type BibtexEntry } from '#lib/domain/reference/split-bibtex.ts';

const OPTIONS = { maxChainLength: 10, generateGraph: false, strict: true, target: '@csl/list+object' };

/**
 * The first reference of a BibTeX text as CSL, or null. The format is forced: left to itself, the library takes a text for
 * an address or an identifier too, and fetches it.
 */
function convert(text: string, forceType: string): Record<string, unknown> | null {
  try {
    const [first]: unknown[] = new Cite(text, { ...OPTIONS, forceType }).data;
    return isRecord(first) ? first : null;
  } catch {
    // What it cannot read is told to the person by entry and line.
    return null;
  }
}

const BIBTEX = '@bibtex/text';
const BIBLATEX = '@biblatex/text';

/** biblatex names some fields otherwise; an entry that uses them is read so first. */
function convertEither(text: string): Record<string, unknown> | null {
  const isBiblatex = /[,\s](?:date|journaltitle|urldate|shortjournal)\s*=/i.test(text);
  const [first, second] = isBiblatex ? [BIBLATEX, BIBTEX] : [BIBTEX, BIBLATEX];
  return convert(text, first) ?? convert(text, second);
}

const notRead = ({ record, line, key }: BibtexEntry): ReferenceProblem => ({
  record,
  line,
  what: 'The record was left out',
  why: `The entry “${key.slice(0, 60)}” is not whole BibTeX: often a brace or a comma is missing.`,
  mend: 'Mend the entry, or paste it in another format.'
});

/** An entry with the strings it may use, and the entry from which it inherits. */
function textOf(entry: BibtexEntry, { strings, entries }: ReturnType<typeof splitBibtex>): string {
  const parent = entries.find(({ key }) => key === entry.crossref && key !== entry.key);
  return [strings, entry.text, parent?.text ?? ''].join('\n');
}

/** The library drops these two. */
const identifiersOf = ({ text }: BibtexEntry) => ({
  PMID: bibtexField(text, 'pmid') ?? '',
  PMCID: bibtexField(text, 'pmcid') ?? ''
});

/** References in BibTeX and biblatex, one entry at a time: one that cannot be read leaves its neighbours alone. */
export function readBibtex(text: string): ReadReferences {
  const split = splitBibtex(text);
  const read: ReadReferences = { references: [], problems: [] };
  for (const entry of split.entries) {
    const csl = convertEither(textOf(entry, split));
    if (csl === null) {
      read.problems.push(notRead(entry));
      continue;
    }
    const { reference, problems } = assembleReference(rawFromCsl({ ...identifiersOf(entry), ...csl }, entry));
    if (reference !== null) read.references.push(reference);
    read.problems.push(...problems);
  }
  return read;
}
