import { accountMadeLetter } from '#lib/domain/identity/account-letters.ts';
import type { NewPerson } from '#lib/domain/identity/new-person.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { createPerson } from './create-person.ts';
import { tellOfChange } from './tell-of-change.ts';

/** `origin`: scheme and host of this site, which the letter names. */
type AddInput = NewPerson & { origin: string; actorId: string; now: Date };

/**
 * Makes an account for somebody else, without a password, and writes to its address where to choose one: whoever reads
 * that mailbox gets in, and nobody before. Returns the new id.
 */
export function addPerson(
  db: Executor,
  { origin, actorId, now, ...person }: AddInput
): Promise<Result<string, 'email-taken'>> {
  return db.transaction(async (tx) => {
    const made = await createPerson(tx, { ...person, passwordHash: null, actor: { id: actorId }, now });
    if (!made.ok) return made;
    const [personId, letter] = [made.value, accountMadeLetter({ origin })];
    await tellOfChange(tx, { personId, address: person.email, letter, now });
    return made;
  });
}
