/** Learners `first` to `last` of a seed; those up to `detailUpTo` have their responses and all that goes with them. */
export type Batch = {
  seed: string;
  seedNumber: number;
  first: number;
  last: number;
  detailUpTo: number;
  /** Midnight (UTC) before which everything happens. */
  until: Date;
  activityVersionId: string;
};
