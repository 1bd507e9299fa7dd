import type { ReferenceStatus } from '#lib/domain/reference/reference-status.ts';
import { asc, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '../db/index.ts';
import { profiles } from '../db/schema/identity.ts';
import { references } from '../db/schema/reference.ts';
import { activityIsOpen, bankIsOpen } from '../db/team-wall.ts';

const checkers = alias(profiles, 'checkers');

/** A reference with all that the library knows of it, or null. */
export async function selectOptionalReference(db: Executor, id: string) {
  const [row] = await db
    .select({
      id: references.id,
      citationKey: references.citationKey,
      csl: references.csl,
      authorsTruncated: references.authorsTruncated,
      status: references.status,
      statusNote: references.statusNote,
      statusChangedAt: references.statusChangedAt,
      statusChangedBy: sql<string | null>`btrim(${profiles.givenName} || ' ' || ${profiles.familyName})`,
      checkedAt: references.checkedAt,
      checkedBy: sql<string | null>`btrim(${checkers.givenName} || ' ' || ${checkers.familyName})`,
      evidenceLevel: references.evidenceLevel,
      reviewDueOn: references.reviewDueOn,
      updatedAt: references.updatedAt
    })
    .from(references)
    .leftJoin(profiles, eq(profiles.personId, references.statusChangedBy))
    .leftJoin(checkers, eq(checkers.personId, references.checkedBy))
    .where(eq(references.id, id));
  return row ?? null;
}

/** Locks a reference and gives its status; null where there is none. */
export async function lockReference(tx: Executor, id: string) {
  const [row] = await tx
    .select({ status: references.status, statusNote: references.statusNote })
    .from(references)
    .where(eq(references.id, id))
    .for('update');
  return row ?? null;
}

/** Writes the status with who and when. */
export async function updateReferenceStatus(
  tx: Executor,
  row: { id: string; status: ReferenceStatus; note: string; actorId: string | null; now: Date }
): Promise<void> {
  const { id, status, note, actorId, now } = row;
  await tx
    .update(references)
    .set({ status, statusNote: note, statusChangedAt: now, statusChangedBy: actorId, updatedAt: now })
    .where(eq(references.id, id));
}

/** Writes that the status was looked up on the web, by whom and when. */
export async function updateReferenceChecked(
  tx: Executor,
  { id, actorId, now }: { id: string; actorId: string; now: Date }
): Promise<void> {
  await tx.update(references).set({ checkedAt: now, checkedBy: actorId }).where(eq(references.id, id));
}

/** Writes how strong the evidence is and when somebody is to look at it again. */
export async function updateJudgement(
  tx: Executor,
  row: { id: string; evidenceLevel: string; reviewDueOn: string | null; now: Date }
): Promise<void> {
  const { id, evidenceLevel, reviewDueOn, now } = row;
  await tx
    .update(references)
    .set({ evidenceLevel, reviewDueOn, updatedAt: now })
    .where(eq(references.id, id));
}

type Uses = { referenceId: string; personId: string };

/** The item versions that cite a reference, as far as a person reaches them, the newest of each item first. */
export function listItemUses(db: Executor, { referenceId, personId }: Uses) {
  const uses = sql`(select distinct i.id as item_id, i.external_id, n.version, n.status from item_citations c
    join item_versions n on n.id = c.item_version_id join items i on i.id = n.item_id
    where c.reference_id = ${referenceId} and ${bankIsOpen(sql`i.bank_id`, { personId })}) as uses`;
  return db
    .select({
      itemId: sql<string>`item_id`,
      externalId: sql<string>`external_id`,
      version: sql<number>`version`,
      status: sql<string>`status`
    })
    .from(uses)
    .orderBy(asc(sql`external_id`), desc(sql`version`))
    .limit(500);
}

/** The sections that cite a reference, in versions that are live or being worked on and that a person reaches. */
export function listSectionUses(db: Executor, { referenceId, personId }: Uses) {
  const uses = sql`(select distinct s.slug, s.title, s.position, v.activity_id, v.title as activity, v.status
    from lesson_citations c join lesson_sections s on s.id = c.section_id
    join activity_versions v on v.lesson_id = s.lesson_id
    where c.reference_id = ${referenceId} and v.status <> 'retired'
      and ${activityIsOpen(sql`v.activity_id`, { personId })}) as uses`;
  return db
    .select({
      slug: sql<string>`slug`,
      title: sql<string>`title`,
      activityId: sql<string>`activity_id`,
      activity: sql<string>`activity`,
      status: sql<string>`status`
    })
    .from(uses)
    .orderBy(asc(sql`activity`), asc(sql`position`))
    .limit(500);
}
