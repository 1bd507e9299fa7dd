/**
 * A range of pages with its last page in full, as AMA 11th ed. prints it: MEDLINE shortens "454-481" to "454-81"
 * (https://www.nlm.nih.gov/bsd/mms/medlineelements.html#pg). Dashes of any kind become one hyphen.
 */
export function fullPageRange(text: string): string {
  const pages = text.trim().replaceAll(/\s*(?:--+|[–—‒−])\s*/g, '-');
  const found = /^(\D*)(\d+)-(\d+)$/.exec(pages);
  if (found === null) return pages;
  const [, letters = '', first = '', last = ''] = found;
  if (last.length >= first.length) return pages;
  return `${letters}${first}-${letters}${first.slice(0, first.length - last.length)}${last}`;
}
