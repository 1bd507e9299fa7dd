import { asc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { completions } from '../db/schema/credit.ts';
import { profiles } from '../db/schema/identity.ts';
import { retainedCreditRecords, retentionSettings } from '../db/schema/privacy.ts';
import { completionSummaries } from '../db/schema/report-summary.ts';

/** For how many years the record of a completion is kept. */
export async function selectCreditRecordYears(db: Executor): Promise<number> {
  const [row] = await db.select({ years: retentionSettings.creditRecordYears }).from(retentionSettings);
  if (!row) throw new Error('There are no settings of retention.');
  return row.years;
}

const documents = sql<unknown>`(select coalesce(jsonb_agg(jsonb_build_object('certificateId', d.id, 'code', d.code,
    'holder', d.document ->> 'holder', 'issuedAt', d.issued_at, 'reason', d.reason) order by d.issued_at, d.id), '[]')
  from certificates d join credits k on k.id = d.credit_id where k.completion_id = ${completions.id})`;

const reported = sql<unknown>`(select coalesce(jsonb_agg(jsonb_build_object('submissionId', r.submission_id,
    'ordinal', r.ordinal, 'values', r.values) order by r.submission_id, r.ordinal), '[]')
  from report_submission_rows r where r.completion_id = ${completions.id})`;

const corrections = sql<unknown>`(select coalesce(jsonb_agg(jsonb_build_object('creditId', k.id, 'reason', k.reason)
    order by k.claimed_at), '[]')
  from credits k where k.completion_id = ${completions.id} and k.reason is not null)`;

/** The completions of a person with all that a regulator may ask for of each. */
export function listCompletionsToRetain(tx: Executor, personId: string) {
  return tx
    .select({
      completionId: completions.id,
      activityVersionId: completions.activityVersionId,
      completedOn: completions.completedOn,
      quarterCredits: completionSummaries.quarterCredits,
      documents,
      reported,
      corrections
    })
    .from(completions)
    .leftJoin(completionSummaries, eq(completionSummaries.completionId, completions.id))
    .where(eq(completions.personId, personId))
    .orderBy(asc(completions.completedAt), asc(completions.id));
}

/** Keeps a record; one that was kept already stays. */
export async function insertRetained(
  tx: Executor,
  row: typeof retainedCreditRecords.$inferInsert
): Promise<void> {
  await tx.insert(retainedCreditRecords).values(row).onConflictDoNothing();
}

/** The record that is kept of a completion; null: none is. */
export async function selectOptionalRetained(db: Executor, completionId: string) {
  const [row] = await db
    .select({
      personId: retainedCreditRecords.personId,
      sealedRecord: retainedCreditRecords.sealedRecord,
      plainRecord: retainedCreditRecords.plainRecord,
      recordHash: retainedCreditRecords.recordHash,
      keepUntil: retainedCreditRecords.keepUntil
    })
    .from(retainedCreditRecords)
    .where(eq(retainedCreditRecords.completionId, completionId));
  return row ?? null;
}

/** Removes the records whose last day is over; gives back whose they were. */
export function deleteRetainedBefore(
  tx: Executor,
  day: string
): Promise<{ completionId: string; personId: string }[]> {
  return tx.delete(retainedCreditRecords).where(lt(retainedCreditRecords.keepUntil, day)).returning({
    completionId: retainedCreditRecords.completionId,
    personId: retainedCreditRecords.personId
  });
}

/** Takes the profession from pseudonyms of whom no record is kept any more. */
export async function clearProfessions(tx: Executor, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return;
  const nothingLeft = sql`not exists (select from retained_credit_records r where r.person_id = ${profiles.personId})`;
  await tx
    .update(profiles)
    .set({ profession: '' })
    .where(sql`${inArray(profiles.personId, personIds)} and ${nothingLeft}`);
}
