import { creditReports } from './credit-report.ts';

/** What a learner lets the provider report of one credit, as it stands. */
export type ReportingPermission = {
  /** E.g. `pars`. */
  report: string;
  granted: boolean;
  /** The words that were shown, and their version. */
  wording: string;
  wordingVersion: number;
  /** `YYYY-MM-DD`, UTC. */
  recordedOn: string;
};

/** A credit with what may be reported of it. */
export type ReportedCredit = {
  activityVersionId: string;
  activityTitle: string;
  completedOn: string;
  permissions: ReportingPermission[];
};

/** The words of a permission that is asked today: those of the data, or the former ones of a report that it dropped. */
export function wordingToday(permission: Pick<ReportingPermission, 'report' | 'wording' | 'wordingVersion'>) {
  const [report] = creditReports([permission.report]);
  const { wording, wordingVersion } = report ?? permission;
  return { name: report?.name ?? permission.report, wording, wordingVersion };
}
