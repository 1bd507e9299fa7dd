import { emailChangeAskedLetter } from '#lib/domain/identity/account-letters.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { countAccountLetter } from './account-letter-throttle.ts';
import { writeLinkLetter } from './account-link.ts';
import { selectEmailTaken } from './account-queries.ts';
import { insertAuditEvent } from './audit.ts';
import type { PasswordRefusal } from './check-own-password.ts';
import { confirmPerson } from './confirm-person.ts';
import { renewSession, type StartedSession } from './session.ts';
import type { SignedInPerson } from './signed-in-person.ts';
import { tellOfChange } from './tell-of-change.ts';

/** `email`: the address wished for. `password`: the one that the person has. */
export type EmailWish = {
  person: SignedInPerson;
  email: string;
  password: string;
  origin: string;
  now: Date;
};

/** `taken`: an account has it. `letters`: too many were asked for. `ended`: the session ended meanwhile. */
export type EmailRefusal =
  | { kind: 'taken' }
  | { kind: 'letters'; until: Date }
  | { kind: 'ended' }
  | { kind: 'password'; why: PasswordRefusal };

async function writeLetters(tx: Executor, { person, email, origin, now }: EmailWish): Promise<void> {
  const { id: personId, email: address } = person;
  await writeLinkLetter(tx, { personId, email, purpose: 'change-email', origin, now });
  await tellOfChange(tx, { personId, address, letter: emailChangeAskedLetter({ origin }), now });
  const subject = { kind: 'person', id: personId };
  await insertAuditEvent(tx, { at: now, actorId: personId, action: 'identity.ask-email-change', subject });
}

/**
 * Asks for another address: a letter to it must be answered before anything changes, and one to the old address tells of
 * it. The session gets a new id, since the person has proved who they are.
 */
export async function askEmailChange(
  db: Executor,
  wish: EmailWish
): Promise<Result<StartedSession, EmailRefusal>> {
  const { person, email, now } = wish;
  const confirmed = await confirmPerson(db, wish);
  if (!confirmed.ok) return failure({ kind: 'password', why: confirmed.problem });
  const until = await countAccountLetter(db, { personId: person.id, now });
  if (until !== null) return failure({ kind: 'letters', until });
  return db.transaction(async (tx) => {
    if (await selectEmailTaken(tx, email)) return failure({ kind: 'taken' as const });
    const renewed = await renewSession(tx, { sessionIdHash: person.sessionIdHash, now });
    if (renewed === null) return failure({ kind: 'ended' as const });
    await writeLetters(tx, wish);
    return success(renewed);
  });
}
