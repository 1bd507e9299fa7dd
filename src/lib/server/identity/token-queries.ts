import { and, desc, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { apiTokens } from '../db/schema/identity-token.ts';
import { people, personRoles } from '../db/schema/identity.ts';

/** Writes a token, as its SHA-256. */
export async function insertToken(tx: Executor, token: typeof apiTokens.$inferInsert): Promise<void> {
  await tx.insert(apiTokens).values(token);
}

/** The tokens that work at this instant, the newest first, each with whose name it acts in. */
export function listOpenTokens(db: Executor, now: Date) {
  return db
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      owner: people.email,
      scopes: apiTokens.scopes,
      createdAt: apiTokens.createdAt,
      expiresAt: apiTokens.expiresAt,
      lastUsedAt: apiTokens.lastUsedAt
    })
    .from(apiTokens)
    .innerJoin(people, eq(people.id, apiTokens.ownerId))
    .where(and(isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now)))
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id));
}

/** What a token is good for; null: it is not known, or ended, or its owner is disabled or no admin any more. */
export async function selectOptionalToken(
  db: Executor,
  { tokenHash, now }: { tokenHash: Uint8Array; now: Date }
) {
  const [row] = await db
    .select({ id: apiTokens.id, ownerId: apiTokens.ownerId, scopes: apiTokens.scopes })
    .from(apiTokens)
    .innerJoin(people, and(eq(people.id, apiTokens.ownerId), isNull(people.disabledAt)))
    .innerJoin(personRoles, and(eq(personRoles.personId, apiTokens.ownerId), eq(personRoles.role, 'admin')))
    .where(
      and(eq(apiTokens.tokenHash, tokenHash), isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now))
    );
  return row ?? null;
}

/** Notes that a token was used, unless that was noted after `before` already. */
export async function updateTokenUsed(
  db: Executor,
  { id, now, before }: { id: string; now: Date; before: Date }
): Promise<void> {
  await db
    .update(apiTokens)
    .set({ lastUsedAt: now })
    .where(and(eq(apiTokens.id, id), or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, before))));
}

/** Ends a token; false: there is no open one with this id. */
export async function updateTokenRevoked(
  tx: Executor,
  { id, now }: { id: string; now: Date }
): Promise<boolean> {
  const rows = await tx
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id });
  return rows.length > 0;
}
