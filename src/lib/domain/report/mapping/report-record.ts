import type { ReportState } from './standing.ts';
import type { FieldValues } from './report-mapping.ts';

/** How a completion stands with a report: the file in which it was sent last, and as what. */
export type RecordStanding = { state: ReportState; submissionId: string; recordId: string };

/** A completion as a file for an accreditor sees it. Days are `YYYY-MM-DD`. */
export type CompletionRecord = {
  completionId: string;
  personId: string;
  activityId: string;
  /** The document that stands; null: none was issued. */
  certificateId: string | null;
  completedOn: string;
  activityTitle: string;
  /** Empty: the person has no profile. */
  profession: string;
  isDemonstration: boolean;
  isRevoked: boolean;
  isClaimed: boolean;
  /** Whether it is on record under which rules the credit was awarded. */
  hasRule: boolean;
  /** The reports that the credit goes into. */
  reports: string[];
  /** What the learner said to this report; null: never asked. */
  isPermitted: boolean | null;
  /** Null: never sent. */
  standing: RecordStanding | null;
  /** What the accreditor knows the record by; empty where there is no credit. */
  recordId: string;
  values: FieldValues;
};
