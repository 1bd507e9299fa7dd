import type { RequestEvent } from '@sveltejs/kit';
import { secondsToWait, waitWords } from '#lib/domain/identity/throttle.ts';
import type { PasswordRefusal } from '#lib/server/identity/check-own-password.ts';

const WORDS = {
  wrong: 'This is not your password. Capital letters count.',
  busy: 'Many people are signing in at this moment. Try again in a few seconds.',
  none: 'Your account has no password.'
};

/** Why somebody's own password was not taken, with the status that goes with it and, where they wait, how long. */
export function passwordRefusal(
  { locals, setHeaders }: Pick<RequestEvent, 'locals' | 'setHeaders'>,
  refusal: PasswordRefusal
): { status: number; message: string } {
  if (refusal.kind === 'wait') {
    const seconds = secondsToWait(refusal.until, locals.now);
    setHeaders({ 'retry-after': String(seconds) });
    return { status: 429, message: `Too many passwords were wrong. Try again ${waitWords(seconds)}.` };
  }
  if (refusal.kind === 'busy') setHeaders({ 'retry-after': '3' });
  return { status: refusal.kind === 'busy' ? 429 : 400, message: WORDS[refusal.kind] };
}
