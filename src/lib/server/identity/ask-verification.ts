import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { countAccountLetter } from './account-letter-throttle.ts';
import { writeLinkLetter } from './account-link.ts';
import { selectAccountState } from './account-queries.ts';
import { insertAuditEvent } from './audit.ts';
import type { SignedInPerson } from './signed-in-person.ts';

type Asked = {
  person: Pick<SignedInPerson, 'id' | 'email'>;
  origin: string;
  now: Date;
};

/** Writes the letter that lets a person confirm their address once more. Refused: the instant to try again from. */
export async function askVerification(
  db: Executor,
  { person, origin, now }: Asked
): Promise<Result<null, Date>> {
  const { id: personId, email } = person;
  if ((await selectAccountState(db, personId)).isEmailVerified) return success(null);
  const until = await countAccountLetter(db, { personId, now });
  if (until !== null) return failure(until);
  await db.transaction(async (tx) => {
    await writeLinkLetter(tx, { personId, email, purpose: 'verify-email', origin, now });
    const subject = { kind: 'person', id: personId };
    await insertAuditEvent(tx, { at: now, actorId: personId, action: 'identity.ask-verification', subject });
  });
  return success(null);
}
