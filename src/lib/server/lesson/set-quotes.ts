import { visit } from 'unist-util-visit';
import { curlyQuotes } from '#lib/domain/lesson/curly-quotes.ts';
import type { HtmlTree } from './html-tree.ts';

/** Sets the quotation marks of the tree as a printer does; those in code stay. */
export function setQuotes(tree: HtmlTree): void {
  visit(tree, (node) => {
    if (node.type === 'element' && node.tagName === 'code') return 'skip';
    if (node.type === 'text') node.value = curlyQuotes(node.value);
    return true;
  });
}
