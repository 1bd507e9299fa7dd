/** A version of an activity in the list of all of them. Days are `YYYY-MM-DD`, UTC. */
export type VersionEntry = {
  version: string;
  status: string;
  title: string;
  /** Null: it is a working copy. */
  publishedOn: string | null;
  changedOn: string | null;
  /** How many people completed it. */
  completions: number;
};
