import { putTogether, takeApart, type Filling, type PagePieces } from './page-pieces.ts';

/** What surrounds a page: before its own head, from there to its main part, and after that. */
export type PageShell = { before: PagePieces; between: PagePieces; after: PagePieces };

/** A page without what surrounds it, as markup. */
export type DrawnPage = { head: string; main: string };

/** Headers that go with the shell; others are of the one page that it was taken off. */
const OF_THE_SHELL = ['content-security-policy', 'content-type', 'cache-control', 'link', 'x-sveltekit-page'];

/**
 * Takes the shell off a page that the framework drew with `HOLES`, whose own head is `head`. Null where the page is not
 * built as is expected here: then it is not known what surrounds it.
 */
export function takeShell(html: string, headers: Headers, head: string): PageShell | null {
  const [start, rest, ...more] = html.split(head);
  const opening = /<main\b[^>]*>/.exec(rest ?? '');
  const closing = rest?.lastIndexOf('</main>') ?? -1;
  if (start === undefined || rest === undefined || opening === null || more.length > 0) return null;
  const kept = [...headers].filter(([name]) => OF_THE_SHELL.includes(name));
  const policy = kept.filter(([name]) => name === 'content-security-policy');
  const before = takeApart(start, kept);
  const between = takeApart(rest.slice(0, opening.index + opening[0].length), policy);
  const after = closing < opening.index ? null : takeApart(rest.slice(closing), policy);
  return before && between && after && { before, between, after };
}

/** The whole page for one answer; what was kept is not copied. */
export function putIntoShell(
  { before, between, after }: PageShell,
  { head, main }: DrawnPage,
  filling: Filling
) {
  const { headers, chunks: start } = putTogether(before, filling);
  const middle = putTogether(between, filling).chunks;
  const end = putTogether(after, filling).chunks;
  const chunks = [...start, Buffer.from(head), ...middle, Buffer.from(main), ...end];
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return { headers: { ...headers, 'content-length': String(length) }, chunks };
}
