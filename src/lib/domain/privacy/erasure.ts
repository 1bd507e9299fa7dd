/** What an erased person is called wherever a name is shown; migration 0034 writes its like into frozen records. */
export const ERASED_NAME = 'Erased person';

/** The code for a country that nobody knows (ISO 3166-1, user-assigned). */
export const NO_COUNTRY = 'ZZ';

/** What is to be typed before one's own data are erased. */
export const ERASURE_WORD = 'ERASE';

/** An address that no mail reaches (RFC 2606), so that the row keeps one and nobody's. */
export const erasedAddress = (personId: string) => `erased-${personId}@erased.invalid`;

/** Why an admin erases somebody; a list and no free text, in which a name could stand. */
export const ERASURE_GROUNDS = [
  { id: 'asked-in-writing', label: 'The person asked for it in writing, and is who they say' },
  { id: 'authority', label: 'A court or an authority ordered it' },
  { id: 'by-mistake', label: 'The account was made by mistake, or twice' }
] as const;

export type ErasureGround = (typeof ERASURE_GROUNDS)[number]['id'];

/** Whether a posted text is one of the grounds. */
export function isErasureGround(text: string): text is ErasureGround {
  return ERASURE_GROUNDS.some(({ id }) => id === text);
}

/** Whether the word was typed; capital letters or not is no matter. */
export function isErasureWord(typed: string): boolean {
  return typed.trim().toUpperCase() === ERASURE_WORD;
}
