import type { FrozenReference, FrozenSection } from './frozen-activity.ts';
import type { EvidenceBlock } from './evidence-block.ts';
import { withNumbers } from './reference-words.ts';

const withoutEmphasis = (text: string) =>
  text.replaceAll(/(\*\*|__)(.+?)\1/g, '$2').replaceAll(/(?<![\w*])[*_](\S(?:.*?\S)?)[*_](?![\w*])/g, '$1');

/** The opening line of a key point. */
const OPENING = /^:::\s*\w/;

/** A drawing in its place: `::figure{id="set-point"}`. */
const FIGURE = /^::figure\{(.*)\}\s*$/;

type Reader = { figures: FrozenSection['figures']; words: (text: string) => string };

/** What a drawing shows; the drawing itself stands in the archive. */
function figureBlocks(attributes: string, { figures, words }: Reader): EvidenceBlock[] {
  const id = /id="([^"]*)"/.exec(attributes)?.[1];
  const figure = figures.find(({ figureId }) => figureId === id);
  if (figure === undefined) return [];
  return [{ kind: 'text', text: `Figure: ${words(figure.caption)}. Text alternative: ${figure.alt}` }];
}

const keyPoint = (lines: string[], { words }: Reader): EvidenceBlock => ({
  kind: 'text',
  text: `Key point: ${words(lines.filter((line) => line.trim() !== '').join(' '))}`
});

const isEntry = (line: string) => /^\s*([-*+]|\d+[.)])\s/.test(line);
const entryText = (line: string) => line.replace(/^\s*[-*+]\s+/, '');

/** Cells of a row of a table; the row of hyphens below the head has none. */
function rowText(line: string): string[] {
  const cells = line
    .replace(/^\s*\|/, '')
    .replace(/\|\s*$/, '')
    .split('|');
  return cells.every((cell) => /^[\s:-]*$/.test(cell)) ? [] : [cells.map((cell) => cell.trim()).join(' | ')];
}

/** Lines that go on an entry stand with it. */
function entriesOf(lines: string[]): string[] {
  const entries: string[] = [];
  for (const line of lines) {
    if (isEntry(line) || entries.length === 0) entries.push(entryText(line));
    else entries.push(`${entries.pop() ?? ''} ${line.trim()}`);
  }
  return entries;
}

function paragraphBlocks(lines: string[], reader: Reader): EvidenceBlock[] {
  const { words } = reader;
  const first = lines[0] ?? '';
  const figure = FIGURE.exec(first)?.[1];
  if (figure !== undefined) return figureBlocks(figure, reader);
  if (first.startsWith('|')) return [{ kind: 'list', entries: lines.flatMap(rowText).map(words) }];
  if (isEntry(first)) return [{ kind: 'list', entries: entriesOf(lines).map(words) }];
  const title = /^#{1,6}\s+(.*)$/.exec(first)?.[1];
  if (title === undefined) return [{ kind: 'text', text: words(lines.join(' ')) }];
  const rest = lines.slice(1);
  return [
    { kind: 'heading', text: words(title) },
    ...(rest.length === 0 ? [] : paragraphBlocks(rest, reader))
  ];
}

/** Lines up to the next blank one, or to the end of a directive. */
function chunksOf(markdown: string): string[][] {
  const chunks: string[][] = [];
  let chunk: string[] = [];
  for (const line of markdown.split(/\r?\n/)) {
    const inside = OPENING.test(chunk[0] ?? '');
    const ends = inside ? line.trim() === ':::' : line.trim() === '';
    if (!ends && !(OPENING.test(line) && chunk.length > 0 && !inside)) chunk.push(line);
    else {
      chunks.push(chunk);
      chunk = ends ? [] : [line];
    }
  }
  return [...chunks, chunk].filter((lines) => lines.some((line) => line.trim() !== ''));
}

/** The text of a section for readers, its citations as numbers; the Markdown itself stands in the archive. */
export function lessonBlocks(section: FrozenSection, references: FrozenReference[]): EvidenceBlock[] {
  const words = (text: string) => withoutEmphasis(withNumbers(text, references)).trim();
  const reader = { figures: section.figures, words };
  return chunksOf(section.markdown).flatMap((lines) => {
    const [first = '', ...body] = lines;
    return OPENING.test(first) ? [keyPoint(body, reader)] : paragraphBlocks(lines, reader);
  });
}
