import { and, asc, desc, eq, inArray, lt, ne, or, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { itemCitations, items, itemVersions } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';
import { bankIsOpen } from '../db/team-wall.ts';

const concernColumns = {
  referenceId: references.id,
  citationKey: references.citationKey,
  status: references.status,
  dueOn: references.reviewDueOn
};

/** Taken back, doubted by its journal, or past the day by which somebody was to look at it again (`YYYY-MM-DD`). */
const isInDoubt = (today: string) =>
  or(inArray(references.status, ['retracted', 'expression-of-concern']), lt(references.reviewDueOn, today));

type Wanted = { today: string; limit: number };

/** Items that a person reaches and that cite a reference in doubt, live or being worked on; the gravest first. */
export function listItemsInDoubt(db: Executor, { personId, today, limit }: Wanted & { personId: string }) {
  return db
    .selectDistinct({
      ...concernColumns,
      itemId: itemVersions.itemId,
      externalId: items.externalId,
      version: itemVersions.version,
      stem: sql<string>`left(${itemVersions.stem}, 400)`,
      isRetracted: sql<boolean>`${references.status} = 'retracted'`
    })
    .from(itemCitations)
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .innerJoin(itemVersions, eq(itemVersions.id, itemCitations.itemVersionId))
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(and(isInDoubt(today), ne(itemVersions.status, 'retired'), bankIsOpen(items.bankId, { personId })))
    .orderBy(
      desc(sql`${references.status} = 'retracted'`),
      asc(items.externalId),
      asc(itemVersions.itemId),
      asc(references.citationKey),
      asc(itemVersions.version)
    )
    .limit(limit);
}

/** References that were to be reviewed again before today (`YYYY-MM-DD`), the longest overdue first. */
export function listOverdueReferences(db: Executor, { today, limit }: Wanted) {
  return db
    .select(concernColumns)
    .from(references)
    .where(lt(references.reviewDueOn, today))
    .orderBy(asc(references.reviewDueOn), asc(references.citationKey))
    .limit(limit);
}
