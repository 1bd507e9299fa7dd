import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../db/index.ts';
import { profiles } from '../db/schema/identity.ts';
import { itemComments } from '../db/schema/question-bank-review.ts';
import { personName } from './person-name-queries.ts';

type NewComment = { itemVersionId: string; place: string; body: string; actorId: string; now: Date };

/** Writes a comment on a place in a version, and gives its id. */
export async function insertComment(
  tx: Executor,
  { itemVersionId, place, body, actorId, now }: NewComment
): Promise<string> {
  const id = crypto.randomUUID();
  await tx.insert(itemComments).values({ id, itemVersionId, place, body, authorId: actorId, createdAt: now });
  return id;
}

/** The comments on a version, the oldest first. */
export function listComments(db: Executor, versionId: string) {
  const resolver = alias(profiles, 'resolver');
  return db
    .select({
      id: itemComments.id,
      place: itemComments.place,
      body: itemComments.body,
      author: personName,
      at: itemComments.createdAt,
      resolvedAt: itemComments.resolvedAt,
      resolvedBy: sql<string>`btrim(${resolver.givenName} || ' ' || ${resolver.familyName})`
    })
    .from(itemComments)
    .innerJoin(profiles, eq(profiles.personId, itemComments.authorId))
    .leftJoin(resolver, eq(resolver.personId, itemComments.resolvedBy))
    .where(eq(itemComments.itemVersionId, versionId))
    .orderBy(asc(itemComments.createdAt), asc(itemComments.id));
}

/** The version that a comment is about, or null where there is no such comment on it. */
export async function selectOptionalComment(
  db: Executor,
  which: { commentId: string; versionId: string }
): Promise<{ place: string } | null> {
  const [row] = await db
    .select({ place: itemComments.place })
    .from(itemComments)
    .where(and(eq(itemComments.id, which.commentId), eq(itemComments.itemVersionId, which.versionId)));
  return row ?? null;
}

/** Marks an open comment as dealt with; false where somebody did so before. */
export async function updateToResolved(
  tx: Executor,
  { commentId, actorId, now }: { commentId: string; actorId: string; now: Date }
): Promise<boolean> {
  const rows = await tx
    .update(itemComments)
    .set({ resolvedAt: now, resolvedBy: actorId })
    .where(and(eq(itemComments.id, commentId), isNull(itemComments.resolvedAt)))
    .returning({ id: itemComments.id });
  return rows.length > 0;
}
