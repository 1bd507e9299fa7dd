import type { FoundReferences, LibraryAnswer } from '#lib/domain/reference/found-references.ts';

/** The library is asked so long after the last keystroke, in milliseconds. */
const ASK_AFTER = 200;

type Options = {
  /** Searches the whole library; null: nobody answered. */
  find: (search: string) => Promise<FoundReferences | null>;
  tell: (answer: LibraryAnswer) => void;
};

/** Asks the library while somebody types; an answer that comes after the next keystroke is dropped. */
export function createLibrarySearch({ find, tell }: Options) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let typed = 0;
  async function ask(search: string, at: number) {
    const found = await find(search);
    if (at === typed) tell(found ?? 'unanswered');
  }
  return (text: string): void => {
    clearTimeout(timer);
    typed += 1;
    const [search, at] = [text.trim(), typed];
    tell(search === '' ? 'unasked' : 'asked');
    if (search !== '') timer = setTimeout(() => void ask(search, at), ASK_AFTER);
  };
}
