import 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();

/** Parses the Markdown of a section: CommonMark with tables and the like of GitHub, and `:::` directives. */
export const parseMarkdown = (markdown: string) => parser.parse(markdown);

export type MarkdownTree = ReturnType<typeof parseMarkdown>;
