import { visit } from 'unist-util-visit';
import { citationKeys } from '#lib/domain/reference/citation-marks.ts';
import { removeEditorComments } from '#lib/domain/lesson/remove-editor-comments.ts';
import { parseMarkdown, type MarkdownTree } from './markdown-tree.ts';

type SectionFigure = { id: string; alt: string; caption: string };

type SectionFault = { where: string; why: string; mend: string };

export type SectionMarkdown = {
  /** As it is stored: no editor comments, and of each figure only its place, `::figure{id="…"}`. */
  markdown: string;
  citationKeys: string[];
  figures: SectionFigure[];
  faults: SectionFault[];
};

type Place = { start: number; end: number; id: string };

type PositionedNode = {
  position?:
    | { start: { offset?: number | undefined; line: number }; end: { offset?: number | undefined } }
    | undefined;
};

const lineOf = (node: PositionedNode) => `line ${node.position?.start.line ?? '?'} of the text`;

function findFigures(
  tree: MarkdownTree,
  faults: SectionFault[]
): { figures: SectionFigure[]; places: Place[] } {
  const figures: SectionFigure[] = [];
  const places: Place[] = [];
  visit(tree, 'containerDirective', (node) => {
    if (node.name === 'keypoint') return;
    const { id, alt, caption } = node.attributes ?? {};
    if (node.name !== 'figure') {
      const mend = 'Use :::keypoint or :::figure.';
      faults.push({ where: lineOf(node), why: `There is no block called "${node.name}".`, mend });
    } else if (!id || !/^[a-z][a-z0-9-]*$/.test(id) || !alt?.trim() || !caption?.trim()) {
      const mend = 'Write :::figure{id="a-name" alt="…" caption="…"}.';
      faults.push({
        where: lineOf(node),
        why: 'A figure needs an id, a text alternative and a caption.',
        mend
      });
    } else {
      figures.push({ id, alt, caption });
      places.push({ start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0, id });
    }
  });
  return { figures, places };
}

function findHtml(tree: MarkdownTree, faults: SectionFault[]): void {
  visit(tree, 'html', (node) => {
    const mend = 'Write it in Markdown, or remove it.';
    faults.push({ where: lineOf(node), why: 'HTML is not shown to learners.', mend });
  });
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
  const faults: SectionFault[] = [];
  const { figures, places } = findFigures(tree, faults);
  findHtml(tree, faults);
  return { markdown: keepFigurePlaces(text, places), citationKeys: findCitations(tree), figures, faults };
}
