import { visit } from 'unist-util-visit';
import type { MarkdownTree } from './markdown-tree.ts';

const labelled = (text: string) => ({
  type: 'paragraph' as const,
  data: { hProperties: { className: ['label'] } },
  children: [{ type: 'text' as const, value: text }]
});

/**
 * Gives the directives of a lesson their elements: key points and the places of figures. Any other turns back into the
 * text that the author wrote, since a colon before a word is no directive to them. Headings start below the page's own.
 */
export function prepareDirectives(tree: MarkdownTree, source: string): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading') node.depth = node.depth === 1 ? 2 : node.depth;
    if (node.type === 'containerDirective' && node.name === 'keypoint') {
      node.data = { hName: 'div', hProperties: { className: ['keypoint'], role: 'note' } };
      node.children.unshift(labelled('Key point'));
      return 'skip';
    }
    if (node.type === 'leafDirective' && node.name === 'figure') {
      node.data = { hName: 'figure', hProperties: { dataFigure: node.attributes?.['id'] ?? '' } };
      return 'skip';
    }
    const isOther =
      node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective';
    if (!isOther || parent === undefined || index === undefined) return true;
    const written = source.slice(node.position?.start.offset, node.position?.end.offset);
    const text = { type: 'text' as const, value: written };
    const isInline = node.type === 'textDirective';
    parent.children.splice(index, 1, isInline ? text : { type: 'paragraph', children: [text] });
    return index + 1;
  });
}
