import { visit } from 'unist-util-visit';
import { splitAtCitations } from '#lib/domain/reference/citation-marks.ts';
import type { MarkdownTree } from './markdown-tree.ts';

/** What is wrong in the text of a section. `line`: from 1, in the text that was given. */
export type SectionFault = { line: number; where: string; why: string; mend: string };

type Found = Omit<SectionFault, 'where'>;

type Directive = { name: string; attributes?: Record<string, string | null | undefined> | null | undefined };

type Positioned = { position?: { start: { line: number } } | undefined };

const lineOf = (node: Positioned) => node.position?.start.line ?? 1;

/** The figure that a block describes, or null where it is no figure, or lacks its id, text alternative or caption. */
export function readFigure({
  name,
  attributes
}: Directive): { id: string; alt: string; caption: string } | null {
  const { id, alt, caption } = attributes ?? {};
  if (name !== 'figure' || !id || !alt?.trim() || !caption?.trim()) return null;
  return /^[a-z][a-z0-9-]{0,99}$/.test(id) ? { id, alt, caption } : null;
}

function blockFault(node: Directive & Positioned): Found | null {
  if (node.name === 'keypoint' || readFigure(node) !== null) return null;
  const line = lineOf(node);
  if (node.name !== 'figure') {
    const mend = 'Use :::keypoint or :::figure.';
    return { line, why: `There is no block called "${node.name}".`, mend };
  }
  const mend = 'Write :::figure{id="a-name" alt="…" caption="…"}.';
  return { line, why: 'A figure needs an id, a text alternative and a caption.', mend };
}

const isImage = ({ type }: { type: string }) => type === 'image' || type === 'imageReference';

/** What learners would not see although the author wrote it, with the way to have it seen; null where they see it. */
function unseenFault(node: Positioned & { type: string; name?: string }): Found | null {
  const line = lineOf(node);
  if (node.type === 'html')
    return { line, why: 'HTML is not shown to learners.', mend: 'Write it in Markdown, or remove it.' };
  if (isImage(node)) {
    const mend = 'Write :::figure{id="a-name" alt="…" caption="…"}, and add its drawing.';
    return { line, why: 'An image of this kind is not shown to learners.', mend };
  }
  if (node.type !== 'leafDirective' || (node.name !== 'figure' && node.name !== 'keypoint')) return null;
  return {
    line,
    why: `A ${node.name} that begins with two colons is not shown to learners.`,
    mend: `Begin it with :::${node.name}, and end it with :::.`
  };
}

/**
 * Faults of form, in the order of the text: blocks that do not exist, figures that lack a part, and what learners would not
 * see: HTML, images, blocks with two colons.
 */
export function findSectionFaults(tree: MarkdownTree): SectionFault[] {
  const faults: Found[] = [];
  visit(tree, (node) => {
    const fault = node.type === 'containerDirective' ? blockFault(node) : unseenFault(node);
    if (fault) faults.push(fault);
    // What stands in a figure is for the illustrator.
    if (node.type === 'containerDirective' && node.name === 'figure') return 'skip';
    return true;
  });
  return faults.map((fault) => ({ ...fault, where: `line ${fault.line} of the text` }));
}

/** Every citation key that the text mentions outside of figures and code, with its line. */
export function findMentions(tree: MarkdownTree): { key: string; line: number }[] {
  const mentions: { key: string; line: number }[] = [];
  visit(tree, (node) => {
    if (node.type === 'containerDirective' && node.name === 'figure') return 'skip';
    if (node.type !== 'text') return true;
    let line = lineOf(node);
    for (const part of splitAtCitations(node.value)) {
      if (part.kind === 'text') line += part.text.split('\n').length - 1;
      else for (const key of part.keys) mentions.push({ key, line });
    }
    return true;
  });
  return mentions;
}

/** The figures of the text with their lines. */
export function findFigureLines(tree: MarkdownTree): { id: string; line: number }[] {
  const figures: { id: string; line: number }[] = [];
  visit(tree, 'containerDirective', (node) => {
    const figure = readFigure(node);
    if (figure) figures.push({ id: figure.id, line: lineOf(node) });
  });
  return figures;
}
