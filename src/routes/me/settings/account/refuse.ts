import { fail, redirect } from '@sveltejs/kit';
import { secondsToWait, waitWords } from '#lib/domain/identity/throttle.ts';
import type { PasswordRefusal } from '#lib/server/identity/check-own-password.ts';
import { log } from '#lib/server/log.ts';
import { passwordRefusal } from '../../../password-refusal.ts';
import { requireRecentProof } from '../../../require-recent-proof.ts';
import type { RequestEvent } from './$types';

/** What was typed into the form for the address, to be shown again. */
type Typed = { email: string };

/** The form comes back: the message stands at the field. */
export function refuse(
  status: number,
  { field, message }: { field: string; message: string },
  values: Typed = { email: '' }
) {
  return fail(status, { values, problems: [{ field, message }] });
}

/** Too many letters were asked for. */
export function refuseLetters(
  event: RequestEvent,
  field: string,
  { until, values }: { until: Date; values?: Typed }
) {
  const seconds = secondsToWait(until, event.locals.now);
  event.setHeaders({ 'retry-after': String(seconds) });
  const message = `Several letters went out already. Check your mailbox, or try again ${waitWords(seconds)}.`;
  return refuse(429, { field, message }, values);
}

/** Why the person's own password was not taken; who has none proves in another way that it is them. */
export function refusePassword(
  event: RequestEvent,
  { field, refusal, values }: { field: string; refusal: PasswordRefusal | { kind: 'ended' }; values?: Typed }
) {
  if (refusal.kind === 'ended') redirect(303, '/sign-in?returnTo=/me/settings/account');
  if (refusal.kind === 'none') requireRecentProof(event);
  log.warn({ reason: refusal.kind }, 'proof refused');
  const { status, message } = passwordRefusal(event, refusal);
  return refuse(status, { field, message }, values);
}
