import { error, type RequestEvent } from '@sveltejs/kit';
import { INSTITUTION_REFUSALS } from '#lib/domain/identity/institution-refusal.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { beginInstitutionSignIn } from '#lib/server/identity/begin-institution-sign-in.ts';
import { log } from '#lib/server/log.ts';
import { writeStateCookie } from './institution-cookies.ts';
import { makeReference } from './make-reference.ts';

/** This site's address to come back to; an institution has to know it. */
export const CALLBACK = '/sign-in/institution/callback';

type Event = Pick<RequestEvent, 'locals' | 'cookies' | 'url'>;

/**
 * Begins a sign-in at an institution, or the connecting of an account, and returns where the browser goes. It goes by a
 * page of ours: the content security policy lets no form of ours end on another site, redirects included.
 */
export async function beginAtInstitution(
  event: Event,
  { institutionId, returnTo, personId }: { institutionId: string; returnTo: string; personId: string | null }
): Promise<{ name: string; address: string }> {
  const { db, environment, now } = event.locals;
  if (!isUuid(institutionId)) error(404, 'We cannot find that page.');
  const { signingSecret } = environment;
  const redirectUri = event.url.origin + CALLBACK;
  const to = { institutionId, redirectUri, returnTo, personId, signingSecret, now };
  const begun = await beginInstitutionSignIn(db, to);
  if (begun.ok) {
    writeStateCookie(event, begun.value.state);
    return begun.value;
  }
  const { kind, reason } = begun.problem;
  if (kind === 'unknown') error(404, 'We cannot find that page.');
  const reference = makeReference();
  log.warn({ reference, institutionId, refusal: kind, reason }, 'sign-in at an institution did not begin');
  const { status, message } = INSTITUTION_REFUSALS[kind];
  error(status, { message, reference });
}
