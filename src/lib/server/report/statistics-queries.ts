import { asc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { formStatistics, itemStatistics, optionStatistics } from '../db/schema/report-statistics.ts';

/** Any number that nothing else locks by: two runs do not write the figures of one form at once. */
const STATISTICS_LOCK = 5_201_026;

/** Waits until nobody else writes the figures of this form, till the end of the transaction. */
export async function lockStatistics(tx: Executor, assessmentId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${STATISTICS_LOCK}, hashtext(${assessmentId}))`);
}

/** Takes the figures of a form away. */
export async function deleteStatistics(tx: Executor, assessmentId: string): Promise<void> {
  await tx.delete(optionStatistics).where(eq(optionStatistics.assessmentId, assessmentId));
  await tx.delete(itemStatistics).where(eq(itemStatistics.assessmentId, assessmentId));
  await tx.delete(formStatistics).where(eq(formStatistics.assessmentId, assessmentId));
}

/** Writes the figures of a form as a whole. */
export async function insertFormStatistics(tx: Executor, row: typeof formStatistics.$inferInsert) {
  await tx.insert(formStatistics).values(row);
}

type Options = (typeof optionStatistics.$inferInsert)[];

/** Writes the figures of an item on a form, and of its options. */
export async function insertItemStatistics(
  tx: Executor,
  row: typeof itemStatistics.$inferInsert,
  options: Options
) {
  await tx.insert(itemStatistics).values(row);
  await tx.insert(optionStatistics).values(options);
}

/** The forms that have figures. */
export function listFormsWithStatistics(db: Executor) {
  const { assessmentId } = formStatistics;
  return db.select({ assessmentId }).from(formStatistics).orderBy(asc(assessmentId));
}
