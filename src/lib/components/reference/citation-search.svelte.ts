import {
  pickFrom,
  withFound,
  type FoundReferences,
  type LibraryAnswer
} from '#lib/domain/reference/found-references.ts';
import type { PickableReference } from '#lib/domain/reference/pickable-reference.ts';
import { createLibrarySearch } from './library-search.ts';

/** Where references to cite come from: those that the page brings, and the whole library; null: nobody answered. */
export type CitationSource = {
  references: PickableReference[];
  find: (search: string) => Promise<FoundReferences | null>;
};

type Held = { text: string; answer: LibraryAnswer; known: PickableReference[] };

/** The state of a search for a reference to cite. Call `typed` when `held.text` changed. */
export function createCitationSearch({ references, find }: CitationSource) {
  const held: Held = $state({ text: '', answer: 'unasked', known: references });
  const found = $derived(pickFrom(held.known, { search: held.text, answer: held.answer }));
  const ask = createLibrarySearch({
    find,
    tell: (answer) => {
      held.answer = answer;
      held.known = withFound(held.known, answer);
    }
  });
  return {
    held,
    typed: () => ask(held.text),
    get found() {
      return found;
    }
  };
}
