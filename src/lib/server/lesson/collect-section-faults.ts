import type { TextFault } from '#lib/domain/lesson/authored-section.ts';
import { blankEditorComments } from '#lib/domain/lesson/blank-editor-comments.ts';
import { findFigureLines, findMentions, findSectionFaults } from './find-section-faults.ts';
import { parseMarkdown } from './markdown-tree.ts';

type Known = { citationKeys: ReadonlySet<string>; drawnFigures: ReadonlySet<string> };

/** The first line of each name. */
function firstLines(named: { name: string; line: number }[]): Map<string, number> {
  const lines = new Map<string, number>();
  for (const { name, line } of named) if (!lines.has(name)) lines.set(name, line);
  return lines;
}

/**
 * All that is wrong in the text of a section, by line: blocks and HTML that learners would not see, keys that the library
 * does not hold, figures without a drawing or with the id of another. A draft may have them; what is released may not.
 */
export function collectSectionFaults(text: string, known: Known): TextFault[] {
  const tree = parseMarkdown(blankEditorComments(text));
  const mentions = firstLines(findMentions(tree).map(({ key, line }) => ({ name: key, line })));
  const figures = findFigureLines(tree);
  const unknown = [...mentions].filter(([key]) => !known.citationKeys.has(key));
  const undrawn = figures.filter(({ id }) => !known.drawnFigures.has(id));
  const twins = figures.filter(({ id }, index) => figures.findIndex((other) => other.id === id) !== index);
  const faults: TextFault[] = [
    ...findSectionFaults(tree).map(({ line, why, mend }) => ({ line, why, mend })),
    ...unknown.map(([key, line]) => ({
      line,
      why: `The library holds no reference with the key ${key}.`,
      mend: 'Correct the key, or add the reference.'
    })),
    ...undrawn.map(({ id, line }) => ({
      line,
      why: `The figure ${id} has no drawing.`,
      mend: 'Add its drawing below, or remove the figure.'
    })),
    ...twins.map(({ id, line }) => ({
      line,
      why: `There are two figures with the id ${id}.`,
      mend: 'Give each its own.'
    }))
  ];
  const isFirst = ({ line, why }: TextFault, index: number) =>
    faults.findIndex((other) => other.line === line && other.why === why) === index;
  return faults.filter(isFirst).toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
}
