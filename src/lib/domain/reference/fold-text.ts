const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th'
};

/**
 * Text in lower case without accents, so that "muller" finds "Müller". The database folds its side by the same rule, but
 * for the letters that are no accented ones (ø, ł, ß …).
 */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** The same in plain Latin letters, for citation keys and for comparing: "Bjørk" → "bjork". */
export const foldLetters = (text: string): string =>
  foldText(text).replaceAll(/[ßæœøđðłıþ]/g, (letter) => LETTERS[letter] ?? letter);
