import { visit } from 'unist-util-visit';
import type { HtmlElement, HtmlTree } from './html-tree.ts';

const cellsOf = (node: HtmlElement, tagName: string) => {
  const found: HtmlElement[] = [];
  visit(node, 'element', (candidate) => {
    if (candidate.tagName === tagName) found.push(candidate);
  });
  return found;
};

const wordsOf = (node: HtmlElement) => {
  const words: string[] = [];
  visit(node, 'text', ({ value }) => {
    words.push(value);
  });
  return words.join('');
};

/** Names the heads of columns, and makes the first cell of each row the head of that row. */
function markHeads(table: HtmlElement): void {
  for (const head of cellsOf(table, 'th')) head.properties['scope'] = 'col';
  for (const row of cellsOf(table, 'tr')) {
    const [first] = row.children.filter((child) => child.type === 'element');
    if (first?.tagName !== 'td') continue;
    first.tagName = 'th';
    first.properties['scope'] = 'row';
  }
}

/**
 * Puts each table into a region of its own that can be scrolled sideways and reached by keyboard, named by its columns
 * (WCAG 1.4.10).
 */
export function frameTables(tree: HtmlTree): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || parent === undefined || index === undefined) return true;
    const columns = cellsOf(node, 'th').map(wordsOf).join(', ');
    markHeads(node);
    parent.children.splice(index, 1, {
      type: 'element',
      tagName: 'div',
      properties: {
        className: ['table-scroll'],
        role: 'region',
        ariaLabel: `Table: ${columns}`,
        tabIndex: 0
      },
      children: [node]
    });
    return 'skip';
  });
}
