import type { CslName } from './csl-reference.ts';

const tidy = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Whether a name in an author list only says that there are more. */
export const isEtAl = (text: string): boolean => /^(?:and\s+)?(?:et\.?\s*al\.?|others)$/i.test(tidy(text));

/** A comma name of a reference file, "Family, Given" or "Family, Given, Jr". What has no comma is kept whole. */
export function readName(text: string): CslName | null {
  const [family = '', given = '', suffix = ''] = text.split(',').map(tidy);
  if (family === '') return given === '' ? null : { literal: given };
  if (!text.includes(',')) return { literal: family };
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

/** A name as it is typed into a form, one a line: "Family, Given"; an organisation without a comma. */
export function nameText({ family, given, suffix, literal }: CslName): string {
  if (family === undefined) return literal ?? '';
  return [family, given ?? '', ...(suffix === undefined ? [] : [suffix])].join(', ').trim();
}
