import { isFoundReferences, type FoundReferences } from '#lib/domain/reference/found-references.ts';

/** After this a search counts as unanswered. */
const LIMIT_MS = 10_000;

/** Searches the whole library. Null: nobody answered, or no longer to this person. */
export async function searchLibrary(search: string): Promise<FoundReferences | null> {
  const query = new URLSearchParams({ q: search }).toString();
  const signal = AbortSignal.timeout(LIMIT_MS);
  try {
    const response = await fetch(`/author/references/search?${query}`, {
      headers: { accept: 'application/json' },
      // Where the session has ended the answer leads to the page to sign in.
      redirect: 'error',
      signal
    });
    const answer: unknown = response.ok ? await response.json() : null;
    return isFoundReferences(answer) ? answer : null;
  } catch {
    return null;
  }
}
