/**
 * Removes the comments of editors, `<!-- … -->`, which learners must not find in the source of a page. One that is never
 * closed runs to the end of the text, as it does in HTML.
 */
export function removeEditorComments(markdown: string): string {
  return (
    markdown
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim() + '\n'
  );
}
