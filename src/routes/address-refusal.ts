import type { RequestEvent } from '@sveltejs/kit';
import { secondsToWait, waitWords } from '#lib/domain/identity/throttle.ts';

type Refusal = { kind: 'email-taken' } | { kind: 'wait'; until: Date };

const TAKEN = 'An account with this e-mail address exists. Sign in to it instead, or use another address.';

/** Status and words for an address that somebody who is new cannot have; sets `Retry-After` where they have to wait. */
export function addressRefusal(
  { setHeaders, locals }: Pick<RequestEvent, 'setHeaders' | 'locals'>,
  refusal: Refusal
): { status: number; message: string } {
  if (refusal.kind === 'email-taken') return { status: 409, message: TAKEN };
  const seconds = secondsToWait(refusal.until, locals.now);
  setHeaders({ 'retry-after': String(seconds) });
  return { status: 429, message: `Many of these addresses were taken. Try again ${waitWords(seconds)}.` };
}
