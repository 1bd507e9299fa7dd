import { findReferences, type PickableReference } from './pickable-reference.ts';

/** What a search of the whole library gave: the first references by key, and how many there are. */
export type FoundReferences = { search: string; references: PickableReference[]; total: number };

/** Whether an answer is that of a search, and not of something between us and the library. */
export const isFoundReferences = (answer: unknown): answer is FoundReferences =>
  typeof answer === 'object' &&
  answer !== null &&
  'search' in answer &&
  'total' in answer &&
  typeof answer.total === 'number' &&
  'references' in answer &&
  Array.isArray(answer.references);

/** What is known of the library: nothing is asked, it is being asked, it does not answer, or its answer. */
export type LibraryAnswer = 'unasked' | 'asked' | 'unanswered' | FoundReferences;

const isAnswer = (answer: LibraryAnswer): answer is FoundReferences => typeof answer === 'object';

/** Those that the page knows, and behind them what the library found besides: what is shown does not move when it answers. */
export function pickFrom(
  known: PickableReference[],
  { search, answer }: { search: string; answer: LibraryAnswer }
): PickableReference[] {
  const first = findReferences(known, search);
  if (!isAnswer(answer)) return first;
  const keys = new Set(first.map(({ citationKey }) => citationKey));
  return [...first, ...answer.references.filter(({ citationKey }) => !keys.has(citationKey))];
}

/** The references that the page knows with those that the library found, each once and as the page knows it. */
export function withFound(known: PickableReference[], answer: LibraryAnswer): PickableReference[] {
  if (!isAnswer(answer)) return known;
  const keys = new Set(known.map(({ citationKey }) => citationKey));
  return [...known, ...answer.references.filter(({ citationKey }) => !keys.has(citationKey))];
}

const counted = (count: number) => `${count} ${count === 1 ? 'reference' : 'references'}`;

/** What the picker says of its list: how many it shows of how many, or what keeps it from knowing. */
export function foundInWords(shown: number, answer: LibraryAnswer): string {
  if (answer === 'unasked') return `${counted(shown)}. Type to search the whole library.`;
  if (answer === 'asked') return 'Searching the library…';
  if (answer === 'unanswered')
    return `${counted(shown)} of those that this page knows. The library does not answer: check the connection, then go on typing.`;
  if (shown === 0) return 'No reference matches. Add it to the library first.';
  if (answer.total > shown) return `${shown} of ${answer.total} references. Add a word to narrow them down.`;
  return counted(shown);
}

/** What stands beside a list of results where no script runs. */
export function resultsInWords({ search, references, total }: FoundReferences): string {
  const shown = references.length;
  if (shown === 0)
    return `No reference matches “${search}”. Add it to the library first, or search for other words.`;
  const some = total > shown ? `The first ${shown} of ${total} references` : counted(shown);
  return search === '' ? `${some} by key` : `${some} that ${total === 1 ? 'matches' : 'match'} “${search}”`;
}
