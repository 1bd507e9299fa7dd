/** The longest slug that a title makes. */
const LONGEST = 60;

/**
 * The address of a section by its title, e.g. `t-cell-exhaustion`: letters without marks, digits, hyphens. Of titles that
 * are the same to it, the second gets a number; one without a single Latin letter is called `section`.
 */
export function sectionSlug(title: string, taken: readonly string[]): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}+/gu, '')
    .match(/[a-z0-9]+/g);
  const base = (words ?? ['section']).join('-').slice(0, LONGEST).replace(/-+$/, '');
  let slug = base;
  for (let number = 2; taken.includes(slug); number += 1) slug = `${base}-${number}`;
  return slug;
}
