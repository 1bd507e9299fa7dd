import { visit } from 'unist-util-visit';
import { blankEditorComments } from '#lib/domain/lesson/blank-editor-comments.ts';
import { removeEditorComments } from '#lib/domain/lesson/remove-editor-comments.ts';
import { citationKeys } from '#lib/domain/reference/citation-marks.ts';
import { findSectionFaults, readFigure, type SectionFault } from './find-section-faults.ts';
import { parseMarkdown, type MarkdownTree } from './markdown-tree.ts';

type SectionFigure = { id: string; alt: string; caption: string };

export type SectionMarkdown = {
  /** As it is stored: no editor comments, and of each figure only its place, `::figure{id="…"}`. */
  markdown: string;
  citationKeys: string[];
  figures: SectionFigure[];
  faults: SectionFault[];
};

type Place = { start: number; end: number; id: string };

function findFigures(tree: MarkdownTree): { figures: SectionFigure[]; places: Place[] } {
  const figures: SectionFigure[] = [];
  const places: Place[] = [];
  visit(tree, 'containerDirective', (node) => {
    const figure = readFigure(node);
    if (figure === null) return;
    figures.push(figure);
    const { id } = figure;
    places.push({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0, id });
  });
  return { figures, places };
}

/** The mentions in the text alone, so that code and the instructions for the illustrator do not count. */
function findCitations(tree: MarkdownTree): string[] {
  const keys: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'containerDirective' && node.name === 'figure') return 'skip';
    if (node.type === 'text') keys.push(...citationKeys(node.value));
    return true;
  });
  return keys;
}

function keepFigurePlaces(markdown: string, places: Place[]): string {
  return places.reduceRight(
    (text, { start, end, id }) => `${text.slice(0, start)}::figure{id="${id}"}${text.slice(end)}`,
    markdown
  );
}

/** Reads the Markdown of one section as an author wrote it, for storing. Never throws: what is wrong stands in `faults`. */
export function readSectionMarkdown(written: string): SectionMarkdown {
  const text = removeEditorComments(written);
  const tree = parseMarkdown(text);
  const { figures, places } = findFigures(tree);
  return {
    markdown: keepFigurePlaces(text, places),
    citationKeys: findCitations(tree),
    figures,
    faults: findSectionFaults(parseMarkdown(blankEditorComments(written)))
  };
}
