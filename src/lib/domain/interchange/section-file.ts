/** The file of a section in a package, e.g. `lesson/01-overview.md`. `index`: its place, from 0. */
export const sectionFile = (slug: string, index: number): string =>
  `lesson/${String(index + 1).padStart(2, '0')}-${slug}.md`;
