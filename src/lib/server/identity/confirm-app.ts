import { readOneTimeCode } from '#lib/domain/identity/one-time-code.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { findStep } from './authenticator-code.ts';
import { sealAppSecret } from './authenticator-secret.ts';
import { lockFactors, selectFactors, upsertApp } from './factor-queries.ts';
import { openOffer } from './offer-app.ts';
import { renewSession, type StartedSession } from './session.ts';
import type { SignedInPerson } from './signed-in-person.ts';
import { tellOfFactor } from './tell-of-factor.ts';

type Confirmation = {
  person: Pick<SignedInPerson, 'id' | 'sessionIdHash'>;
  /** Of the offer; see offer-app.ts. */
  token: string;
  code: string;
  signingSecret: string | null;
  origin: string;
  now: Date;
};

/**
 * Keeps the authenticator app whose code was typed, in place of one that was there. Its code counts as a second factor
 * shown in this session, which gets a new id. `offer`: the token is none of this person's; `ended`: the session is.
 */
export async function confirmApp(
  db: Executor,
  { person, token, code, signingSecret, origin, now }: Confirmation
): Promise<Result<StartedSession, 'offer' | 'wrong' | 'ended'>> {
  const { id: personId, sessionIdHash } = person;
  const owner = { personId, signingSecret };
  const bytes = openOffer(token, owner);
  if (bytes === null) return failure('offer');
  const step = findStep(bytes, { code: readOneTimeCode(code) ?? '', lastStep: 0, now });
  if (step === null) return failure('wrong');
  return db.transaction(async (tx) => {
    await lockFactors(tx, personId);
    const renewed = await renewSession(tx, { sessionIdHash, secondFactor: true, now });
    if (renewed === null) return failure('ended');
    const { hasApp } = await selectFactors(tx, personId);
    const change = hasApp ? 'app-replaced' : 'app-added';
    await upsertApp(tx, { personId, sealedSecret: sealAppSecret(bytes, owner), lastStep: step, now });
    const event = { at: now, actorId: personId, subject: { kind: 'person', id: personId } };
    const states = { before: { app: hasApp }, after: { app: true } };
    await insertAuditEvent(tx, {
      ...event,
      action: hasApp ? 'identity.replace-app' : 'identity.add-app',
      ...states
    });
    await tellOfFactor(tx, { personId, change, origin, now });
    return success(renewed);
  });
}
