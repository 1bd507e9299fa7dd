import { isNull } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { accountLinks, pendingSignIns } from '../db/schema/identity-factor.ts';
import { sessions, setUpLinks } from '../db/schema/identity.ts';

/** Ends every session. Returns how many that were. */
export async function deleteAllSessions(tx: Executor): Promise<number> {
  const rows = await tx.delete(sessions).returning({ handle: sessions.handle });
  return rows.length;
}

/** Ends every sign-in that is half done, and every link in a letter that nobody has used. */
export async function deleteAllOpenLinks(tx: Executor): Promise<void> {
  await tx.delete(pendingSignIns);
  await tx.delete(accountLinks).where(isNull(accountLinks.usedAt));
  await tx.delete(setUpLinks).where(isNull(setUpLinks.usedAt));
}
