import { visit } from 'unist-util-visit';
import { splitAtCitations } from '#lib/domain/reference/citation-marks.ts';
import { placeCitations } from '#lib/domain/lesson/place-citations.ts';
import { mentionId, numberMentions, referenceId, type Mention } from '#lib/domain/lesson/number-mentions.ts';
import type { HtmlElement, HtmlTree } from './html-tree.ts';

type Child = HtmlElement['children'][number];

const text = (value: string): Child => ({ type: 'text', value });

const element = (tagName: string, properties: HtmlElement['properties'], children: Child[]): HtmlElement => ({
  type: 'element',
  tagName,
  properties,
  children
});

/** ux.md §1.5: a real link to the entry of the list, which works without a script. */
function linkTo(mention: Mention): HtmlElement {
  return element(
    'a',
    {
      href: `#${referenceId(mention.number)}`,
      id: mentionId(mention),
      role: 'doc-biblioref',
      ariaLabel: `Reference ${mention.number}`
    },
    [element('sup', {}, [text(String(mention.number))])]
  );
}

/** The links of one mark, with a comma between their numbers, so that 1 and 2 do not read as 12. */
const linksTo = (mentions: Mention[]): Child[] =>
  mentions.flatMap((mention, index) => [
    ...(index === 0 ? [] : [element('sup', {}, [text(',')])]),
    linkTo(mention)
  ]);

/** All keys of the tree in reading order; text in code is no citation. */
function keysOf(tree: HtmlTree): string[] {
  const keys: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'element' && node.tagName === 'code') return 'skip';
    if (node.type !== 'text') return true;
    keys.push(...splitAtCitations(node.value).flatMap((part) => (part.kind === 'citation' ? part.keys : [])));
    return true;
  });
  return keys;
}

/**
 * Turns the citation marks of the tree into numbered links, and gives every mention in reading order. `numbers`: the
 * number of each reference by citation key.
 */
export function linkCitations(tree: HtmlTree, numbers: ReadonlyMap<string, number>): Mention[] {
  const mentions = numberMentions(keysOf(tree), numbers);
  const ahead = mentions.values();
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && node.tagName === 'code') return 'skip';
    if (node.type !== 'text' || parent === undefined || index === undefined) return true;
    const parts = splitAtCitations(node.value);
    if (parts.every((part) => part.kind === 'text')) return true;
    const children = placeCitations(parts).flatMap((part) => {
      if (part.kind === 'text') return [text(part.text)];
      return linksTo([...ahead.take(part.keys.filter((key) => numbers.has(key)).length)]);
    });
    parent.children.splice(index, 1, ...children);
    return index + children.length;
  });
  return mentions;
}
