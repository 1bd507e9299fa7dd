import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { WAITING_STATUSES, type ItemStatus } from '#lib/domain/question-bank/item-status.ts';
import type { Executor } from '../db/index.ts';
import { profiles } from '../db/schema/identity.ts';
import { items, itemVersions, questionBanks } from '../db/schema/question-bank.ts';
import { itemApprovals, itemComments, itemVersionAuthors } from '../db/schema/question-bank-review.ts';
import { bankIsOpen } from '../db/team-wall.ts';

const authors = sql<string>`coalesce((
  select string_agg(btrim(p.given_name || ' ' || p.family_name), ', ' order by p.family_name, p.given_name)
  from ${itemVersionAuthors} a join ${profiles} p on p.person_id = a.person_id
  where a.item_version_id = ${itemVersions.id}), '')`;

const openComments = sql<number>`(select count(*)::int from ${itemComments} c
  where c.item_version_id = ${itemVersions.id} and c.resolved_at is null)`;

const approvals = sql<number>`(select count(*)::int from ${itemApprovals} a
  where a.item_version_id = ${itemVersions.id} and a.revision = ${itemVersions.revision})`;

const isWaiting = inArray(itemVersions.status, WAITING_STATUSES);

/** What a person did with a version. */
const partOf = (personId: string) => ({
  isAuthor: sql<boolean>`exists (select from ${itemVersionAuthors} a
    where a.item_version_id = ${itemVersions.id} and a.person_id = ${personId})`,
  hasApproved: sql<boolean>`exists (select from ${itemApprovals} a
    where a.item_version_id = ${itemVersions.id} and a.revision = ${itemVersions.revision}
      and a.approver_id = ${personId})`
});

/** The item versions that wait for somebody and that `personId` may read, the longest wait first, as they see them. */
export function listWaiting(db: Executor, { personId, limit }: { personId: string; limit: number }) {
  return db
    .select({
      versionId: itemVersions.id,
      itemId: itemVersions.itemId,
      externalId: items.externalId,
      bankTitle: questionBanks.title,
      version: itemVersions.version,
      status: sql<ItemStatus>`${itemVersions.status}`,
      // A stem can be long; its beginning is all that is shown.
      stem: sql<string>`left(${itemVersions.stem}, 400)`,
      authors,
      updatedAt: itemVersions.updatedAt,
      createdAt: itemVersions.createdAt,
      lintErrors: itemVersions.lintErrors,
      lintWarnings: itemVersions.lintWarnings,
      openComments,
      approvals,
      ...partOf(personId)
    })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .innerJoin(questionBanks, eq(questionBanks.id, items.bankId))
    .where(and(isWaiting, bankIsOpen(items.bankId, { personId, reach: 'review' })))
    .orderBy(asc(itemVersions.updatedAt), asc(items.externalId))
    .limit(limit);
}
