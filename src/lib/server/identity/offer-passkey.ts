import { generateAuthenticationOptions, generateRegistrationOptions } from '@simplewebauthn/server';
import type { Executor } from '../db/index.ts';
import { knownTransports } from './passkey-answer.ts';
import { makeChallenge } from './passkey-challenge.ts';
import { listPasskeyRows } from './passkey-queries.ts';

const FIVE_MINUTES = 5 * 60_000;

async function credentialsOf(db: Executor, personId: string) {
  const rows = await listPasskeyRows(db, personId);
  return rows.map(({ credentialId, transports }) => ({
    id: Buffer.from(credentialId).toString('base64url'),
    transports: knownTransports(transports)
  }));
}

/** What the browser is asked for a new passkey: one that checks its user, and finds them without a name. */
export async function offerPasskey(
  db: Executor,
  { personId, email, rpId, now }: { personId: string; email: string; rpId: string; now: Date }
) {
  const challenge = await makeChallenge(db, { purpose: 'register', personId }, now);
  return generateRegistrationOptions({
    rpName: 'Footnote',
    rpID: rpId,
    userName: email,
    userID: new TextEncoder().encode(personId),
    challenge,
    timeout: FIVE_MINUTES,
    attestationType: 'none',
    excludeCredentials: await credentialsOf(db, personId),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
  });
}

/** What the browser is asked to sign with a passkey: any of this site's, or one of the person who is asked for it. */
export async function askForPasskey(
  db: Executor,
  { personId, rpId, now }: { personId: string | null; rpId: string; now: Date }
) {
  const use =
    personId === null
      ? { purpose: 'sign-in' as const, personId }
      : { purpose: 'second-factor' as const, personId };
  return generateAuthenticationOptions({
    rpID: rpId,
    challenge: await makeChallenge(db, use, now),
    timeout: FIVE_MINUTES,
    userVerification: 'required',
    ...(personId === null ? {} : { allowCredentials: await credentialsOf(db, personId) })
  });
}
