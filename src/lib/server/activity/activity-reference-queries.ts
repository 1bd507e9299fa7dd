import { and, asc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activityVersionReferences } from '../db/schema/activity.ts';
import { references } from '../db/schema/reference.ts';

const listed = activityVersionReferences;

/** The list of a version by number, each with how it stands and how often the lesson and the items cite it. */
export function listListed(db: Executor, activityVersionId: string) {
  return db
    .select({
      referenceId: listed.referenceId,
      number: listed.number,
      citationKey: references.citationKey,
      csl: references.csl,
      authorsTruncated: references.authorsTruncated,
      status: references.status,
      sections: sql<number>`(select count(distinct s.id)::int from lesson_citations c
        join lesson_sections s on s.id = c.section_id join activity_versions v on v.lesson_id = s.lesson_id
        where v.id = ${listed.activityVersionId} and c.reference_id = ${listed.referenceId})`,
      items: sql<number>`(select count(distinct n.item_id)::int from item_citations c
        join item_versions n on n.id = c.item_version_id and n.status <> 'retired' join items i on i.id = n.item_id
        join assessments a on a.bank_id = i.bank_id
        where a.activity_version_id = ${listed.activityVersionId} and c.reference_id = ${listed.referenceId})`
    })
    .from(listed)
    .innerJoin(references, eq(references.id, listed.referenceId))
    .where(eq(listed.activityVersionId, activityVersionId))
    .orderBy(asc(listed.number));
}

/** The id of the reference with this citation key, or null. */
export async function selectOptionalReferenceId(db: Executor, citationKey: string): Promise<string | null> {
  const [row] = await db
    .select({ id: references.id })
    .from(references)
    .where(eq(references.citationKey, citationKey));
  return row?.id ?? null;
}

/** Writes the list of a draft anew, numbered from 1 in this order. */
export async function replaceList(
  tx: Executor,
  activityVersionId: string,
  referenceIds: string[]
): Promise<void> {
  await tx.delete(listed).where(eq(listed.activityVersionId, activityVersionId));
  const rows = referenceIds.map((referenceId, index) => ({
    activityVersionId,
    referenceId,
    number: index + 1
  }));
  if (rows.length > 0) await tx.insert(listed).values(rows);
}

/** The references that the lesson of a version cites, in the order of their first mention. */
export async function listFirstMentions(db: Executor, activityVersionId: string): Promise<string[]> {
  const mentions = sql`(select c.reference_id, min(s.position * 100000 + c.position) as place from lesson_citations c
    join lesson_sections s on s.id = c.section_id join activity_versions v on v.lesson_id = s.lesson_id
    where v.id = ${activityVersionId} group by c.reference_id) as mentions`;
  const rows = await db
    .select({ id: sql<string>`reference_id` })
    .from(mentions)
    .where(and(sql`true`))
    .orderBy(asc(sql`place`));
  return rows.map(({ id }) => id);
}
