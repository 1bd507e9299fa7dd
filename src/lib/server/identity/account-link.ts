import { createHash, randomBytes } from 'node:crypto';
import { linkLetter } from '#lib/domain/identity/account-letters.ts';
import { linkEnd, linkPath, type LinkPurpose } from '#lib/domain/identity/account-link.ts';
import { isLetterToken } from '#lib/domain/identity/message-state.ts';
import type { Executor } from '../db/index.ts';
import { deleteOpenLinks, insertLink, selectOptionalLink, updateLinkUsed } from './account-link-queries.ts';
import { cancelMessages, insertMessageToAccount } from './mail-queries.ts';

/** A link that works: whose it is, the address that the letter went to, and the one that the account has. */
export type AccountLink = { personId: string; email: string; currentEmail: string };

/** `origin`: scheme and host of this site, which links begin with. */
export type NewLink = {
  personId: string;
  email: string;
  purpose: LinkPurpose;
  origin: string;
  now: Date;
};

const hashToken = (token: string): Uint8Array => createHash('sha256').update(token).digest();

/**
 * Writes the letter with a link of a purpose, in place of earlier ones, whose links are useless from then on. Call it
 * inside a transaction. Where no enabled account has the id, the same statements run and write nothing.
 */
export async function writeLinkLetter(tx: Executor, { personId, email, purpose, origin, now }: NewLink) {
  const token = randomBytes(32).toString('base64url');
  await deleteOpenLinks(tx, { personId, purposes: [purpose] });
  await cancelMessages(tx, { personId, kind: purpose, now });
  const expiresAt = linkEnd(purpose, now);
  await insertLink(tx, { tokenHash: hashToken(token), purpose, personId, email, createdAt: now, expiresAt });
  const letter = linkLetter(purpose, { origin, link: origin + linkPath(purpose, token) });
  await insertMessageToAccount(tx, { kind: purpose, personId, address: email, ...letter, now });
}

/** A link proves the address that its letter went to; all but a change are of the address that the account has. */
const fits = ({ purpose, email, currentEmail }: AccountLink & { purpose: string }) =>
  purpose === 'change-email' || email.toLowerCase() === currentEmail.toLowerCase();

/** What a link in a letter does; null: unknown, used, too old, of another purpose, or of an account that changed since. */
export async function findAccountLink<Purpose extends LinkPurpose>(
  db: Executor,
  { token, purposes, now }: { token: string; purposes: readonly Purpose[]; now: Date }
): Promise<(AccountLink & { purpose: Purpose }) | null> {
  if (!isLetterToken(token)) return null;
  const found = await selectOptionalLink(db, { tokenHash: hashToken(token), now });
  const purpose = purposes.find((each) => each === found?.purpose);
  if (found === null || purpose === undefined || !fits(found)) return null;
  return { ...found, purpose };
}

/** The same, and uses the link up: of two requests at once one gets it. Call it inside a transaction. */
export async function takeAccountLink<Purpose extends LinkPurpose>(
  tx: Executor,
  sought: { token: string; purposes: readonly Purpose[]; now: Date }
): Promise<(AccountLink & { purpose: Purpose }) | null> {
  const found = await findAccountLink(tx, sought);
  const used = { tokenHash: hashToken(sought.token), now: sought.now };
  return found !== null && (await updateLinkUsed(tx, used)) ? found : null;
}
