import type { CslReference } from './csl-reference.ts';
import { foldLetters } from './fold-text.ts';

const LONGEST_WORD = 40;

const lettersOf = (text: string) =>
  foldLetters(text)
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, LONGEST_WORD);

/** The first author's family name, the first word of an organisation, else the first long word of the title. */
function firstWord({ author = [], editor = [], title }: CslReference): string {
  const [name] = [...author, ...editor];
  const named = name?.family ?? name?.literal?.split(/\s/)[0] ?? '';
  const inTitle = foldLetters(title).split(/[^a-z0-9]+/);
  return lettersOf(named) || inTitle.find((word) => word.length > 3) || 'reference';
}

/** "", "a" … "z", "aa" … */
function suffixOf(count: number): string {
  if (count === 0) return '';
  const rest = Math.floor((count - 1) / 26);
  return `${suffixOf(rest)}${String.fromCharCode(97 + ((count - 1) % 26))}`;
}

/** The key by which texts cite a reference: `sharma2017`; where that is taken `sharma2017a`, and so on. */
export function makeCitationKey(csl: CslReference, taken: ReadonlySet<string>): string {
  const year = csl.issued?.['date-parts'][0]?.[0]?.toString() ?? '';
  const word = firstWord(csl).slice(0, LONGEST_WORD);
  // A digit keeps the suffix apart from the name where no year does.
  const base = year === '' ? `${word}-nd` : `${word}${year}`;
  let count = 0;
  while (taken.has(`${base}${suffixOf(count)}`)) count += 1;
  return `${base}${suffixOf(count)}`;
}
