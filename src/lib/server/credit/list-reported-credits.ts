import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { ReportedCredit } from '#lib/domain/credit/reporting-permission.ts';
import type { Executor } from '../db/index.ts';
import { listPermissions } from './permission-queries.ts';

type Row = Awaited<ReturnType<typeof listPermissions>>[number];

const toPermission = ({ report, granted, wording, wordingVersion, recordedAt }: Row) => ({
  report,
  granted,
  wording,
  wordingVersion,
  recordedOn: calendarDayOf(recordedAt)
});

/** The credits of a person of which something may be reported, the latest first, with what the person permitted. */
export async function listReportedCredits(db: Executor, personId: string): Promise<ReportedCredit[]> {
  const rows = await listPermissions(db, personId);
  const byVersion = Map.groupBy(rows, ({ activityVersionId }) => activityVersionId);
  const credits = [...byVersion.values()].flatMap((ofVersion) =>
    ofVersion.slice(0, 1).map(({ activityVersionId, activityTitle, completedOn }) => ({
      activityVersionId,
      activityTitle,
      completedOn,
      permissions: ofVersion.map(toPermission)
    }))
  );
  return credits.toSorted((one, other) => other.completedOn.localeCompare(one.completedOn));
}
