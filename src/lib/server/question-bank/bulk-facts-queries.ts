import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { BulkChange } from '#lib/domain/question-bank/plan-bulk-change.ts';
import type { Executor } from '../db/index.ts';
import { items, itemVersions } from '../db/schema/question-bank.ts';
import { bankIsOpen } from '../db/team-wall.ts';

/** Rules whose findings need a recorded reason (domain/question-bank/lint). */
const NEED_REASONS = ['L03', 'L16'];

const needsReason = sql`jsonb_exists_any(${itemVersions.lintRules}, array[${sql.join(
  NEED_REASONS.map((rule) => sql`${rule}`),
  sql`, `
)}]::text[])`;

type Asked = { itemIds: string[]; change: BulkChange; actorId: string };

/** The newest version of each of these items that the person reaches, with what a bulk change asks of it. */
export function listBulkFacts(db: Executor, { itemIds, change, actorId }: Asked) {
  const target = change.kind === 'bank' ? change.value : null;
  return db
    .selectDistinctOn([itemVersions.itemId], {
      itemId: itemVersions.itemId,
      externalId: items.externalId,
      bankId: items.bankId,
      versionId: itemVersions.id,
      status: itemVersions.status,
      revision: itemVersions.revision,
      objectiveId: itemVersions.objectiveId,
      difficulty: itemVersions.difficulty,
      lintErrors: itemVersions.lintErrors,
      hasTag: sql<boolean>`exists (select from item_tags t where t.item_id = ${items.id} and t.tag = ${change.value})`,
      isAuthor: sql<boolean>`exists (select from item_version_authors a
        where a.item_version_id = ${itemVersions.id} and a.person_id = ${actorId})`,
      needsCare: sql<boolean>`${needsReason} or exists (select from item_citations c
        join "references" r on r.id = c.reference_id where c.item_version_id = ${itemVersions.id}
          and (r.status = 'retracted' or c.verification = 'needs-expert-review'))`,
      idIsTaken: sql<boolean>`exists (select from items other where other.bank_id = ${target}::uuid
        and other.external_id = ${items.externalId} and other.id <> ${items.id})`
    })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(and(inArray(itemVersions.itemId, itemIds), bankIsOpen(items.bankId, { personId: actorId })))
    .orderBy(asc(itemVersions.itemId), desc(itemVersions.version));
}

/** Which of these items the person reaches. */
export async function listReached(
  db: Executor,
  { itemIds, personId }: { itemIds: string[]; personId: string }
): Promise<Set<string>> {
  const rows = await db
    .select({ id: items.id })
    .from(items)
    .where(and(inArray(items.id, itemIds), bankIsOpen(items.bankId, { personId })));
  return new Set(rows.map(({ id }) => id));
}

/**
 * Lets nobody else write in these items, their newest versions and what hangs on them until the transaction ends; always
 * in the same order. What is read of them must be read in a later statement, or it may be the older state.
 */
export async function lockItems(tx: Executor, itemIds: string[]): Promise<void> {
  if (itemIds.length === 0) return;
  await tx
    .select({ id: items.id })
    .from(items)
    .where(inArray(items.id, itemIds))
    .orderBy(asc(items.id))
    .for('update');
  const newest = tx
    .selectDistinctOn([itemVersions.itemId], { id: itemVersions.id })
    .from(itemVersions)
    .where(inArray(itemVersions.itemId, itemIds))
    .orderBy(asc(itemVersions.itemId), desc(itemVersions.version));
  await tx
    .select({ id: itemVersions.id })
    .from(itemVersions)
    .where(inArray(itemVersions.id, newest))
    .orderBy(asc(itemVersions.id))
    .for('update');
}
