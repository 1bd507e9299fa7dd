import { LEARNING_FORMATS } from '../accreditation/learning-format.ts';

const WORDS: Record<string, string> = { 'enduring-material': 'Enduring material: online, at your own pace' };

/** A learning format in words for learners. */
export const formatWords = (format: string): string =>
  WORDS[format] ?? LEARNING_FORMATS.find(({ id }) => id === format)?.label ?? format;

/** A list in a sentence: "Oncologists, nurses and pathologists". */
export function listWords(values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(', ')} and ${last}`;
}

/** The audience in one sentence: the first keeps its capital, the others follow in lower case. */
export function audienceWords(audience: readonly string[]): string {
  return listWords(
    audience.map((who, index) => {
      const isName = index === 0 || /^[A-Z]{2}/.test(who);
      return isName ? who : who.charAt(0).toLowerCase() + who.slice(1);
    })
  );
}
