import { asc, desc, eq, isNull } from 'drizzle-orm';
import type { ReportNumbers } from '#lib/domain/report/mapping/report-numbers.ts';
import type { Executor } from '../../db/index.ts';
import { reportNumbers } from '../../db/schema/report-submission.ts';

/** Adds a number; what was recorded before stays. */
export async function insertNumber(tx: Executor, row: typeof reportNumbers.$inferInsert): Promise<void> {
  await tx.insert(reportNumbers).values(row);
}

const { activityId, kind, value, id } = reportNumbers;

/** The numbers that hold, of the provider under null, of activities under their ids. */
export async function listNumbers(db: Executor): Promise<Map<string | null, ReportNumbers>> {
  const rows = await db
    .selectDistinctOn([activityId, kind], { activityId, kind, value })
    .from(reportNumbers)
    .orderBy(asc(activityId), asc(kind), desc(id));
  const numbers = new Map<string | null, ReportNumbers>();
  for (const row of rows.filter((one) => one.value !== '')) {
    numbers.set(row.activityId, { ...numbers.get(row.activityId), [row.kind]: row.value });
  }
  return numbers;
}

/** The numbers that hold of an activity, or of the provider. */
export async function selectNumbers(db: Executor, of: string | null): Promise<ReportNumbers> {
  const rows = await db
    .selectDistinctOn([kind], { kind, value })
    .from(reportNumbers)
    .where(of === null ? isNull(activityId) : eq(activityId, of))
    .orderBy(asc(kind), desc(id));
  return Object.fromEntries(rows.filter((row) => row.value !== '').map((row) => [row.kind, row.value]));
}
