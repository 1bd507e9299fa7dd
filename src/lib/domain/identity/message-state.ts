/** Where a message stands: on its way, given up after several tries, gone, or taken back. */
export type MessageState = 'waiting' | 'failed' | 'sent' | 'cancelled';

export const MESSAGE_STATES: { id: MessageState; label: string }[] = [
  { id: 'waiting', label: 'Waiting' },
  { id: 'failed', label: 'Not taken' },
  { id: 'sent', label: 'Sent' },
  { id: 'cancelled', label: 'Taken back' }
];

/** Whether a posted string names a state. */
export function isMessageState(value: string): value is MessageState {
  return MESSAGE_STATES.some(({ id }) => id === value);
}

/** So often a mail server is asked to take a message, over about three days; then an admin decides. */
export const MOST_TRIES = 8;

const MINUTE = 60_000;

/**
 * When a message that was not taken is tried again: 5 minutes after the first try, then four times as long each, a day at
 * most (RFC 5321 §4.5.4.1 asks for half an hour and more, and for days in all).
 */
export function nextTry(tries: number, now: Date): Date {
  const wait = Math.min(24 * 60, 5 * 4 ** Math.max(0, tries - 1));
  return new Date(now.getTime() + wait * MINUTE);
}

/** A body as an admin reads it: links that act for their reader are left out. */
export function withoutTokens(body: string): string {
  return body.replaceAll(/(\/(?:follow-up|unsubscribe|confirm-email|reset-password)\/)[\w-]+/g, '$1…');
}

/** Whether a part of an address has the form of a token in our letters: 32 random bytes in base64url. */
export function isLetterToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}
