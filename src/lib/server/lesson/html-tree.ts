import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { MarkdownTree } from './markdown-tree.ts';

type Schema = NonNullable<Parameters<typeof rehypeSanitize>[0]>;

/** What the text of a lesson may turn into. Authors write Markdown; raw HTML of theirs never gets as far as this. */
const schema: Schema = {
  tagNames: [
    ...[
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'ul',
      'ol',
      'li',
      'blockquote',
      'pre',
      'hr',
      'br',

      'figure',
      'div'
    ],
    ...['a', 'strong', 'em', 'del', 'code', 'sup', 'table', 'thead', 'tbody', 'tr', 'th', 'td']
  ],
  attributes: {
    a: [
      ['href', /^(?:https?:\/\/|mailto:|#|\/(?!\/))/i],
      ['id', /^cite-\d+-\d+$/],
      ['role', 'doc-biblioref'],
      'ariaLabel'
    ],
    p: [['className', 'label']],
    figure: ['dataFigure'],
    div: [
      ['className', 'table-scroll', 'keypoint'],
      ['role', 'region', 'note'],
      'ariaLabel',
      ['tabIndex', 0]
    ],
    th: [['scope', 'col', 'row']],
    ol: ['start']
  },
  ancestors: {},
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto'] },
  required: {},
  strip: ['script', 'style']
};

const converter = unified().use(remarkParse).use(remarkRehype).freeze();
const sanitiser = unified().use(rehypeSanitize, schema).freeze();
const printer = unified().use(rehypeStringify, { closeEmptyElements: true, tightSelfClosing: true }).freeze();

/** Markdown as a tree of HTML. HTML that an author wrote into it is left out. */
export const toHtmlTree = (markdown: MarkdownTree) => converter.runSync(markdown);

export type HtmlTree = ReturnType<typeof toHtmlTree>;

export type HtmlElement = Extract<HtmlTree['children'][number], { type: 'element' }>;

/** Keeps of the tree what a lesson may hold, by an allow-list. */
export const sanitiseLesson = (tree: HtmlTree): HtmlTree => sanitiser.runSync(tree);

/** The tree as the text of HTML. */
export const toHtmlText = (tree: HtmlTree): string => printer.stringify(tree);
