/** How far a person has come in one published version of an activity. */
export type VersionStanding = {
  activityVersionId: string;
  /** Whether it is the version that newcomers get. */
  isLive: boolean;
  /** Whether credit can be earned in it today. */
  isOpen: boolean;
  /** Whether the person began its pre-test or its assessment. */
  hasBegun: boolean;
  hasPassed: boolean;
  /** Whether an attempt at its assessment is open or left. */
  hasAttemptsLeft: boolean;
  hasCompleted: boolean;
  hasClaimed: boolean;
};

/** Ids of activity versions. */
export type LearnerVersions = {
  /** To which attempts, evaluation, completion and credit of the person belong. */
  through: string;
  /** Whose lesson and references the person reads. */
  toRead: string;
  /** What newcomers get. */
  live: string;
};

const isUnderWay = ({ isOpen, hasBegun, hasPassed, hasAttemptsLeft }: VersionStanding) =>
  isOpen && hasBegun && !hasPassed && hasAttemptsLeft;

/**
 * Which version of an activity a person goes through, the newest version first in `standings`; null where none is live.
 * Who has begun finishes on the version that they began, as long as it gives credit, because pass mark, objectives and
 * disclosures must be those that they were told of before the start (cme-rules.md §1.2, §1.3). While it gives credit, a
 * version that was passed stands for the whole activity: credit is claimed once. With the certificate in hand, people
 * read the newest text (docs/decisions/0011).
 */
export function learnerVersions(standings: VersionStanding[]): LearnerVersions | null {
  const newest = standings.find(({ isLive }) => isLive);
  if (!newest) return null;
  const own =
    standings.find(({ hasCompleted, hasClaimed }) => hasCompleted && !hasClaimed) ??
    standings.find(({ isOpen, hasCompleted }) => isOpen && hasCompleted) ??
    standings.find(({ isOpen, hasPassed }) => isOpen && hasPassed) ??
    standings.find(isUnderWay) ??
    newest;
  const { activityVersionId: through } = own;
  const { activityVersionId: live } = newest;
  return { through, toRead: own.hasClaimed ? live : through, live };
}
