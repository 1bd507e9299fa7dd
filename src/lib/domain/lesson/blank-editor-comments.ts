/** The text with its editor comments emptied, line breaks kept, so that lines are numbered as their author sees them. */
export const blankEditorComments = (markdown: string): string =>
  markdown.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ''));
