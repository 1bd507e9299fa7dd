import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import * as v from 'valibot';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { passkeySignature } from './passkey-answer.ts';
import { takeChallenge } from './passkey-challenge.ts';
import { selectOptionalPasskey, updatePasskeyUsed } from './passkey-queries.ts';

type Use = {
  /** What the browser sent. */
  body: unknown;
  /** Who is asked for it; null: whoever signs in. */
  personId: string | null;
  origin: string;
  rpId: string;
  now: Date;
};

/** The passkey that signed and the counter that it gave, or null where the signature does not answer our challenge. */
async function verify(db: Executor, { body, personId, origin, rpId, now }: Use) {
  const sent = v.safeParse(passkeySignature, body);
  if (!sent.success) return null;
  const response = sent.output;
  const found = await selectOptionalPasskey(db, new Uint8Array(Buffer.from(response.id, 'base64url')));
  if (found === null || (personId !== null && found.personId !== personId)) return null;
  const use =
    personId === null
      ? { purpose: 'sign-in' as const, personId }
      : { purpose: 'second-factor' as const, personId };
  const { userHandle, ...rest } = response.response;
  const verified = await verifyAuthenticationResponse({
    response: { ...response, response: { ...rest, ...(userHandle === undefined ? {} : { userHandle }) } },
    expectedChallenge: (challenge) => takeChallenge(db, { challenge, use, now }),
    expectedOrigin: origin,
    expectedRPID: rpId,
    // The counter is compared where it is written, so that of two at once one counts.
    credential: { id: response.id, publicKey: new Uint8Array(found.publicKey), counter: 0 },
    requireUserVerification: true
  }).catch(() => null);
  return verified?.verified ? { passkey: found, counter: verified.authenticationInfo.newCounter } : null;
}

/**
 * Whose passkey signed our challenge. `copied`: its counter went back, as that of a copied device does; the audit trail
 * says so. `refused`: it is none of ours or of another person, the signature is for another site, or the challenge was
 * used.
 */
export async function usePasskey(
  db: Executor,
  use: Use
): Promise<Result<{ personId: string }, 'refused' | 'copied'>> {
  const signed = await verify(db, use);
  if (signed === null) return failure('refused');
  const { passkey, counter } = signed;
  const { id, personId } = passkey;
  if (await updatePasskeyUsed(db, { id, counter, now: use.now })) return success({ personId });
  await insertAuditEvent(db, {
    at: use.now,
    actorId: null,
    action: 'identity.refuse-passkey',
    subject: { kind: 'person', id: personId },
    detail: { passkey: id, counter: { kept: passkey.counter, shown: counter } }
  });
  return failure('copied');
}
