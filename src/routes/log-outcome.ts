import type { RequestEvent } from '@sveltejs/kit';
import { log } from '#lib/server/log.ts';

const REFUSED: Record<number, string> = {
  401: 'refused: nobody is signed in',
  403: 'refused: not allowed',
  429: 'throttled'
};

/** Who asked for what, in ids and routes: never an address, a name or what was sent. */
const who = ({ locals, request, route }: Pick<RequestEvent, 'locals' | 'request' | 'route'>) => ({
  person: locals.person?.id ?? null,
  method: request.method,
  route: route.id
});

/**
 * Notes in the log what a guard or a throttle refused (ASVS 16.3.2, 16.3.3), and what a signed-in person asked for by an id
 * that is not theirs or does not exist, which is how others' records are tried.
 */
export function logOutcome(
  event: Pick<RequestEvent, 'locals' | 'request' | 'route' | 'params'>,
  status: number
): void {
  const refusal = REFUSED[status];
  if (refusal !== undefined) log.warn({ ...who(event), status }, refusal);
  else if (status === 404 && event.locals.person !== null && Object.keys(event.params).length > 0)
    log.info({ ...who(event), status }, 'not there for this person');
}

/** A form that another site sent (ASVS 16.3.3). */
export function logStranger(event: Pick<RequestEvent, 'locals' | 'request' | 'route'>): void {
  log.warn({ ...who(event), status: 403 }, 'refused: a request from another site');
}

/** What nobody expected, under the reference that the person was shown (ASVS 16.3.4). */
export function logUnexpected(
  event: Pick<RequestEvent, 'locals' | 'request' | 'route'>,
  { reference, cause }: { reference: string; cause: unknown }
): void {
  log.error({ reference, ...who(event), err: cause }, 'unexpected error');
}
