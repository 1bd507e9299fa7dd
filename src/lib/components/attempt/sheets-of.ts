const LINK = /<link\b[^>]*\brel="stylesheet"[^>]*>/g;

/**
 * The names of the stylesheets that a page was made with, each with the hash of what stands in it: they tell the pages of one
 * version of the program from those of another, whose content would stand here without its styles.
 */
export function sheetsOf(html: string): string {
  const names = (html.match(LINK) ?? []).map((link) => /([^/"]+)\.css"/.exec(link)?.[1] ?? '');
  return [...new Set(names)].toSorted().join(' ');
}
