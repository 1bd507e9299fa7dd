import { visit } from 'unist-util-visit';
import type { HtmlElement, HtmlTree } from './html-tree.ts';
import { toDrawing } from './sanitise-svg.ts';

/** A stored figure: its drawing, the words that replace it for those who do not see it, and its caption. */
export type StoredFigure = { figureId: string; alt: string; caption: string; svg: string };

/** Captions are written without a last period; the page closes the sentence. */
const sentence = (words: string) => (/[.?!]$/.test(words) ? words : `${words}.`);

function contentOf({ alt, caption, svg }: StoredFigure): HtmlElement['children'] {
  const drawing = toDrawing(svg);
  if (drawing === null) return [];
  drawing.properties = { ...drawing.properties, role: 'img', ariaLabel: alt };
  return [
    drawing,
    {
      type: 'element',
      tagName: 'figcaption',
      properties: {},
      children: [{ type: 'text', value: sentence(caption) }]
    }
  ];
}

/** ux.md §3: the first thing seen of a section is its figure. Moves the first one, if there is one, to the front. */
export function putFigureFirst(tree: HtmlTree): void {
  const index = tree.children.findIndex((node) => node.type === 'element' && node.tagName === 'figure');
  if (index > 0) tree.children.unshift(...tree.children.splice(index, 1));
}

/** Fills the places of figures, after the tree around them was sanitised; a place without a figure goes. */
export function insertFigures(tree: HtmlTree, figures: StoredFigure[]): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'figure' || parent === undefined || index === undefined) return true;
    const figure = figures.find(({ figureId }) => figureId === node.properties['dataFigure']);
    node.properties = {};
    node.children = figure ? contentOf(figure) : [];
    if (node.children.length > 0) return 'skip';
    parent.children.splice(index, 1);
    return index;
  });
}
