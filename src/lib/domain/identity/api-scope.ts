/** What a token may be good for. The id is what is stored, and what the API's document names. */
export const API_SCOPES = [
  { id: 'completions:read', label: 'Read completions, names among them' },
  { id: 'exports:make', label: 'Make files of completions and fetch them' },
  { id: 'outcomes:read', label: 'Read outcomes' }
] as const;

export type ApiScope = (typeof API_SCOPES)[number]['id'];

/** Whether a stored or typed word names a scope. */
export function isApiScope(word: string): word is ApiScope {
  return API_SCOPES.some(({ id }) => id === word);
}
