import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../db/index.ts';
import { profiles } from '../db/schema/identity.ts';
import { regradeChanges, regrades } from '../db/schema/attempt-regrade.ts';
import { itemVersions } from '../db/schema/question-bank.ts';
import { regradeColumns } from './regrade-queries.ts';

/** Every version of an item that was published, the latest first. */
export function listPublishedVersions(db: Executor, itemId: string) {
  return db
    .select({ versionId: itemVersions.id, version: itemVersions.version, status: itemVersions.status })
    .from(itemVersions)
    .where(and(eq(itemVersions.itemId, itemId), isNotNull(itemVersions.publishedAt)))
    .orderBy(desc(itemVersions.version));
}

const decider = alias(profiles, 'decider');
const undoer = alias(profiles, 'undoer');

const nameOf = ({ givenName, familyName }: typeof decider | typeof undoer) =>
  sql<string>`coalesce(btrim(${givenName} || ' ' || ${familyName}), '')`;

/** Every regrade of these versions, the latest first, with how many attempts it changed when it was decided. */
export function listRegrades(db: Executor, versionIds: string[]) {
  return db
    .select({
      id: regrades.id,
      itemVersionId: regrades.itemVersionId,
      version: itemVersions.version,
      regrade: regradeColumns,
      decidedAt: regrades.decidedAt,
      decidedBy: nameOf(decider),
      undoneAt: regrades.undoneAt,
      undoneBy: nameOf(undoer),
      undoReason: regrades.undoReason,
      changed: sql<number>`(select count(*)::int from ${regradeChanges}
        where ${regradeChanges.regradeId} = ${regrades.id} and not ${regradeChanges.isUndo})`
    })
    .from(regrades)
    .innerJoin(itemVersions, eq(itemVersions.id, regrades.itemVersionId))
    .leftJoin(decider, eq(decider.personId, regrades.decidedBy))
    .leftJoin(undoer, eq(undoer.personId, regrades.undoneBy))
    .where(inArray(regrades.itemVersionId, versionIds))
    .orderBy(desc(regrades.decidedAt));
}

/** A regrade that is in force, or null: there is none of this id, or it was undone. */
export async function selectOptionalInForce(db: Executor, regradeId: string) {
  const [row] = await db
    .select({ itemVersionId: regrades.itemVersionId, regrade: regradeColumns })
    .from(regrades)
    .where(and(eq(regrades.id, regradeId), isNull(regrades.undoneAt)));
  return row ?? null;
}

/** Whether a regrade of the item version is in force. */
export async function selectIsRegraded(db: Executor, itemVersionId: string): Promise<boolean> {
  const rows = await db
    .select({ id: regrades.id })
    .from(regrades)
    .where(and(eq(regrades.itemVersionId, itemVersionId), isNull(regrades.undoneAt)));
  return rows.length > 0;
}
