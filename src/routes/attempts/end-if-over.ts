import { redirect, type RequestEvent } from '@sveltejs/kit';
import { isOverdue } from '#lib/domain/attempt/closing-time.ts';
import type { AttemptFacts } from '#lib/domain/attempt/attempt-facts.ts';
import { endOverdueAttempt } from '#lib/server/attempt/end-overdue.ts';
import { requirePerson } from '../guard.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'>;

/** Finishes an attempt whose time is up, and leads to the page that says so. Every other one stays as it is. */
export async function endIfOver(
  event: Event,
  attempt: Pick<AttemptFacts, 'id' | 'state' | 'closesAt'>
): Promise<void> {
  const { db, now } = event.locals;
  if (!isOverdue(attempt, now)) return;
  await endOverdueAttempt(db, { attemptId: attempt.id, personId: requirePerson(event).id, now });
  redirect(303, `/attempts/${attempt.id}/time-up`);
}
