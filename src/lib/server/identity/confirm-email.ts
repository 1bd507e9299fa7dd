import { emailChangedLetter } from '#lib/domain/identity/account-letters.ts';
import { LINK_PURPOSES } from '#lib/domain/identity/account-link.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { isUniqueViolation } from '../db/is-unique-violation.ts';
import { findAccountLink, takeAccountLink, type AccountLink } from './account-link.ts';
import { deleteOpenLinks } from './account-link-queries.ts';
import { updateEmail, updateEmailVerified } from './account-queries.ts';
import { insertAuditEvent } from './audit.ts';

import { tellOfChange } from './tell-of-change.ts';

const purposes = ['verify-email', 'change-email'] as const;

/** What the link would confirm, or null: it does not work. */
export function findEmailToConfirm(db: Executor, { token, now }: { token: string; now: Date }) {
  return findAccountLink(db, { token, purposes, now });
}

type Site = { origin: string; now: Date };

/** The letters that went to the old address do nothing any more, and it hears of the change. */
async function changeEmail(tx: Executor, link: AccountLink, { origin, now }: Site): Promise<void> {
  const { personId, email, currentEmail: address } = link;
  await updateEmail(tx, { personId, email });
  await deleteOpenLinks(tx, { personId, purposes: [...LINK_PURPOSES] });
  await tellOfChange(tx, { personId, address, letter: emailChangedLetter({ origin }), now });
}

/**
 * Takes an address as proven by the link in a letter to it; where a change was asked for, the account has that address
 * from then on. `link`: it does not work. `taken`: another account has the address by now.
 */
export async function confirmEmail(
  db: Executor,
  { token, origin, now }: Site & { token: string }
): Promise<Result<null, 'link' | 'taken'>> {
  try {
    return await db.transaction(async (tx) => {
      const link = await takeAccountLink(tx, { token, purposes, now });
      if (link === null) return failure('link');
      const { personId, purpose } = link;
      if (purpose === 'change-email') await changeEmail(tx, link, { origin, now });
      await updateEmailVerified(tx, { personId, now });
      const subject = { kind: 'person', id: personId };
      await insertAuditEvent(tx, { at: now, actorId: personId, action: `identity.${purpose}`, subject });
      return success(null);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return failure('taken');
    throw error;
  }
}
