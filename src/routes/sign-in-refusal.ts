import type { RequestEvent } from '@sveltejs/kit';
import { secondsToWait, waitWords } from '#lib/domain/identity/throttle.ts';
import type { GuessRefusal } from '#lib/server/identity/guard-guess.ts';

const WORDS = {
  wrong: 'The e-mail address or the password is not right',
  busy: 'Many people are signing in at this moment. Try again in a few seconds.'
};

/** Why somebody was not signed in, with the status that goes with it and, where they wait, how long. */
export function signInRefusal(
  { locals, setHeaders }: Pick<RequestEvent, 'locals' | 'setHeaders'>,
  refusal: GuessRefusal
): { status: number; message: string } {
  if (refusal.kind === 'wait') {
    const seconds = secondsToWait(refusal.until, locals.now);
    setHeaders({ 'retry-after': String(seconds) });
    return {
      status: 429,
      message: `Too many sign-ins failed. Try again ${waitWords(seconds)}, or choose a new password.`
    };
  }
  if (refusal.kind === 'busy') setHeaders({ 'retry-after': '3' });
  return { status: refusal.kind === 'busy' ? 429 : 400, message: WORDS[refusal.kind] };
}
