import { verifyRegistrationResponse } from '@simplewebauthn/server';
import * as v from 'valibot';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { lockFactors } from './factor-queries.ts';
import { knownTransports, newPasskey } from './passkey-answer.ts';
import { takeChallenge } from './passkey-challenge.ts';
import { insertPasskey } from './passkey-queries.ts';
import { renewSession, type StartedSession } from './session.ts';
import type { SignedInPerson } from './signed-in-person.ts';
import { tellOfFactor } from './tell-of-factor.ts';

type Addition = {
  person: Pick<SignedInPerson, 'id' | 'sessionIdHash'>;
  /** What the browser sent. */
  body: unknown;
  origin: string;
  rpId: string;
  now: Date;
};

/** What the device said, or null where it does not answer our challenge, or was made for another site. */
async function verify(db: Executor, { person, body, origin, rpId, now }: Addition) {
  const sent = v.safeParse(newPasskey, body);
  if (!sent.success) return null;
  const { name, response } = sent.output;
  const use = { purpose: 'register' as const, personId: person.id };
  const transports = knownTransports(response.response.transports);
  const verified = await verifyRegistrationResponse({
    response: { ...response, response: { ...response.response, transports } },
    expectedChallenge: (challenge) => takeChallenge(db, { challenge, use, now }),
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true
  }).catch(() => null);
  if (!verified?.verified) return null;
  return { name: name === '' ? 'Passkey' : name, transports, ...verified.registrationInfo };
}

/**
 * Keeps a new passkey. Who made it has just shown it, so that it counts as a second factor in this session, which gets a
 * new id. `refused`: what was sent does not answer our challenge, or was made for another site.
 */
export async function addPasskey(
  db: Executor,
  addition: Addition
): Promise<Result<StartedSession, 'refused' | 'known' | 'ended'>> {
  const { person, origin, now } = addition;
  const { id: personId, sessionIdHash } = person;
  const made = await verify(db, addition);
  if (made === null) return failure('refused');
  const { name, transports, credential, credentialBackedUp: isBackedUp } = made;
  const credentialId = new Uint8Array(Buffer.from(credential.id, 'base64url'));
  const { publicKey, counter } = credential;
  const id = crypto.randomUUID();
  return db.transaction(async (tx) => {
    await lockFactors(tx, personId);
    const kept = { credentialId, publicKey, counter, transports, isBackedUp, name };
    if (!(await insertPasskey(tx, { id, personId, ...kept, createdAt: now }))) return failure('known');
    const event = { at: now, actorId: personId, subject: { kind: 'person', id: personId } };
    await insertAuditEvent(tx, { ...event, action: 'identity.add-passkey', after: { passkey: id } });
    await tellOfFactor(tx, { personId, change: 'passkey-added', origin, now });
    const renewed = await renewSession(tx, { sessionIdHash, secondFactor: true, now });
    return renewed === null ? failure('ended') : success(renewed);
  });
}
