import type { Mention } from '#lib/domain/lesson/number-mentions.ts';
import { frameTables } from './frame-tables.ts';
import { sanitiseLesson, toHtmlText, toHtmlTree } from './html-tree.ts';
import { insertFigures, putFigureFirst, type StoredFigure } from './insert-figures.ts';
import { linkCitations } from './link-citations.ts';
import { parseMarkdown } from './markdown-tree.ts';
import { prepareDirectives } from './prepare-directives.ts';
import { setQuotes } from './set-quotes.ts';

/** A section as HTML that may stand in a page, and its mentions of references in reading order. */
export type RenderedSection = { html: string; mentions: Mention[] };

/**
 * Renders the stored Markdown of a section. `numbers`: the number of each reference by citation key. Nothing that an
 * author wrote gets past the allow-lists of `html-tree.ts` and `sanitise-svg.ts`.
 */
export function renderSection(
  markdown: string,
  input: { numbers: ReadonlyMap<string, number>; figures: StoredFigure[] }
): RenderedSection {
  const source = parseMarkdown(markdown);
  prepareDirectives(source, markdown);
  const tree = toHtmlTree(source);
  setQuotes(tree);
  const mentions = linkCitations(tree, input.numbers);
  frameTables(tree);
  const safe = sanitiseLesson(tree);
  insertFigures(safe, input.figures);
  putFigureFirst(safe);
  return { html: toHtmlText(safe), mentions };
}
