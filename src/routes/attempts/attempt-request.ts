import { error, type RequestEvent } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { requirePerson } from '../guard.ts';

type Event<Params> = Pick<RequestEvent, 'locals' | 'url'> & { params: Params };

/** The attempt that the address names, for the person who asks. Another's is not found by the query that follows. */
export function readAttempt(event: Event<{ id: string }>): { attemptId: string; personId: string } {
  const { id: personId } = requirePerson(event);
  if (!isUuid(event.params.id)) error(404);
  return { attemptId: event.params.id, personId };
}

/** The place that the address names: attempt and position, from 1. */
export function readPlace(event: Event<{ id: string; position: string }>) {
  const which = readAttempt(event);
  if (!/^[1-9]\d{0,3}$/.test(event.params.position)) error(404);
  return { ...which, position: Number(event.params.position) };
}
