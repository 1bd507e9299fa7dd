/**
 * `by-database`: triggers check every row, as they check real ones, which costs more than the rows themselves.
 * `by-construction`: they are left out for the transaction; the rows are made so that all checks hold, as a test proves
 * by having the database check them afterwards.
 */
export type Checks = 'by-database' | 'by-construction';

/** Learners `first` to `last` of a seed; those up to `detailUpTo` have their responses and all that goes with them. */
export type Batch = {
  seed: string;
  seedNumber: number;
  first: number;
  last: number;
  detailUpTo: number;
  /** Midnight (UTC) before which everything happens. */
  until: Date;
  activityId: string;
  activityVersionId: string;
  checks: Checks;
};
