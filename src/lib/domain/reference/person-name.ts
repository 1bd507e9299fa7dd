import type { CslName } from './csl-reference.ts';

const tidy = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Whether a name in an author list only says that there are more. */
export const isEtAl = (text: string): boolean => /^(?:and\s+)?(?:et\.?\s*al\.?|others)$/i.test(tidy(text));

/** What may stand after a second comma: "Jr", "III", "2nd", "MD". */
const isSuffix = (text: string) =>
  /^(?:jr|sr|esq|[ivx]{1,4}|\d(?:st|nd|rd|th)|[a-z]{0,2}d|mph|msc)\.?$/i.test(text);

/** Commas that belong to an organisation: "Ministry of Health, Labour and Welfare". */
function hasCommasOfItsOwn([, given = '', suffix, ...rest]: string[]): boolean {
  const isSentence = /\s(?:and|&|of|for|und|et)\s/i.test(` ${given} `);
  return rest.length > 0 || (suffix !== undefined && suffix !== '' && !isSuffix(suffix)) || isSentence;
}

/**
 * A comma name of a reference file, "Family, Given" or "Family, Given, Jr". What has no comma is kept whole, and so is what
 * stands in braces, as BibTeX has it, or reads like an organisation.
 */
export function readName(text: string): CslName | null {
  const braced = /^\s*\{(.*\S.*)\}\s*$/.exec(text)?.[1];
  if (braced !== undefined) return { literal: tidy(braced) };
  const parts = text.split(',').map(tidy);
  const [family = '', given = '', suffix = ''] = parts;
  if (family === '') return given === '' ? null : { literal: given };
  if (!text.includes(',') || hasCommasOfItsOwn(parts)) return { literal: tidy(text) };
  return { family, ...(given === '' ? {} : { given }), ...(suffix === '' ? {} : { suffix }) };
}

/** A short MEDLINE name, "Shruthi BS" or "Marques HM Jr": what is no such is kept whole. */
export function readShortName(text: string): CslName | null {
  const words = tidy(text);
  const found = /^(.+?) (\p{Lu}{1,4})(?: (Jr|Sr|2nd|3rd|4th))?$/u.exec(words);
  if (found === null) return words === '' ? null : { literal: words };
  const [, family = '', given = '', suffix] = found;
  return { family, given, ...(suffix === undefined ? {} : { suffix }) };
}

/** The family name as it is printed: "van der Berg". */
export function familyWithParticles(name: CslName): string | undefined {
  const { family } = name;
  if (family === undefined) return undefined;
  return [name['non-dropping-particle'], name['dropping-particle'], family].filter(Boolean).join(' ');
}

/** A name as it is typed into a form, one a line: "Family, Given"; an organisation with a comma in braces. */
export function nameText(name: CslName): string {
  const { given, suffix, literal = '' } = name;
  const family = familyWithParticles(name);
  if (family === undefined) return literal.includes(',') ? `{${literal}}` : literal;
  return [family, given ?? '', ...(suffix === undefined ? [] : [suffix])].join(', ').trim();
}
