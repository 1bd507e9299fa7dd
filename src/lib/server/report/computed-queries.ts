import { eq, inArray } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { computedReports } from '../db/schema/report-summary.ts';

const columns = {
  subject: computedReports.subject,
  computedAt: computedReports.computedAt,
  report: computedReports.report
};

/** What a job computed of a subject, last; null: nothing yet. Parse `report` before it is read. */
export async function selectOptionalComputedReport(db: Executor, subject: string) {
  const [row] = await db.select(columns).from(computedReports).where(eq(computedReports.subject, subject));
  return row ?? null;
}

/** The same of several subjects; those that were never computed are left out. */
export function listComputedReports(db: Executor, subjects: string[]) {
  return db.select(columns).from(computedReports).where(inArray(computedReports.subject, subjects));
}

/** Puts what a job computed in place of what it computed before. */
export async function upsertComputedReport(
  tx: Executor,
  { subject, computedAt, report }: { subject: string; computedAt: Date; report: unknown }
): Promise<void> {
  await tx
    .insert(computedReports)
    .values({ subject, computedAt, report })
    .onConflictDoUpdate({ target: computedReports.subject, set: { computedAt, report } });
}
