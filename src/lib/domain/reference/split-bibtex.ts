/** One entry of a BibTeX file as it stands there. */
export type BibtexEntry = {
  record: number;
  line: number;
  text: string;
  key: string;
  crossref: string | null;
};

const START = /@\s*([A-Za-z]+)\s*([{(])/g;

/** Where the block that opens at `open` ends: braces nest, and a parenthesis only closes outside of them. */
function endOf(text: string, open: number): number {
  const closesWith = text[open] === '(' ? ')' : '}';
  let depth = text[open] === '(' ? 0 : -1;
  for (let index = open; index < text.length; index += 1) {
    const mark = text[index];
    // A backslash takes the next mark with it: `\{` opens nothing.
    if (mark === '\\') index += 1;
    else if (mark === '{') depth += 1;
    else if (mark === closesWith && depth === 0) return index + 1;
    else if (mark === '}') depth -= 1;
  }
  return -1;
}

/** A block that never ends is given up at the next line that begins with `@`, so that the others are read. */
function stretchOf(text: string, start: number, open: number): string {
  const next = text.slice(open).search(/\n\s*@\s*[A-Za-z]+\s*[{(]/);
  const end = endOf(text, open);
  const beyond = next === -1 ? text.length : open + next;
  return text.slice(start, end === -1 ? beyond : end);
}

/** The value of a field in the text of an entry, where it is one word; the parser of BibTeX drops some identifiers. */
export const bibtexField = (text: string, name: string): string | null =>
  new RegExp(`[,\\s]${name}\\s*=\\s*[{"]?\\s*([^,{}"\\n]+)`, 'i').exec(text)?.[1]?.trim() ?? null;

/** JabRef writes entries without a key (`@book{,`), which the parser refuses; the library makes keys of its own anyway. */
const withKey = (block: string, record: number) => block.replace(/^([^{(]*[{(])\s*,/, `$1record-${record},`);

/** The entries of a BibTeX file, and its `@string` lines, which every entry may use. Comments and preambles are left out. */
export function splitBibtex(text: string): { strings: string; entries: BibtexEntry[] } {
  const entries: BibtexEntry[] = [];
  const strings: string[] = [];
  START.lastIndex = 0;
  for (let found = START.exec(text); found !== null; found = START.exec(text)) {
    const kind = (found[1] ?? '').toLowerCase();
    const block = stretchOf(text, found.index, START.lastIndex - 1);
    START.lastIndex = found.index + block.length;
    if (kind === 'string') strings.push(block);
    else if (kind !== 'comment' && kind !== 'preamble') {
      const key = /^[^{(]*[{(]\s*([^,\s]*)/.exec(block)?.[1] ?? '';
      const line = text.slice(0, found.index).split('\n').length;
      const record = entries.length + 1;
      const crossref = bibtexField(block, 'crossref');
      entries.push({ record, line, text: withKey(block, record), key, crossref });
    }
  }
  return { strings: strings.join('\n'), entries };
}
