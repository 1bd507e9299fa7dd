import type { AssessmentKind } from './assessment-kind.ts';
import type { PassingStandard } from './meets-passing-standard.ts';
import {
  compareShares,
  meetsByCount,
  regradedScore,
  type AttemptScore,
  type ScoreShift
} from './regraded-score.ts';

/** Submitted attempts at one assessment that a regrade meets in the same way. */
export type ScoreGroup = {
  assessmentId: string;
  activityTitle: string;
  kind: AssessmentKind;
  standard: PassingStandard | null;
  score: AttemptScore;
  shift: ScoreShift;
  attempts: number;
};

export type DryRunCounts = {
  attempts: number;
  rises: number;
  falls: number;
  stays: number;
  /** Not passed until now. */
  passesNow: number;
  /** Passed, would not by the new counts, and keeps the pass. */
  keepsPass: number;
};

/** What a regrade, or its undoing, would do: all in all, and for each assessment. */
export type DryRun = DryRunCounts & {
  forms: (DryRunCounts & { assessmentId: string; activityTitle: string; kind: AssessmentKind })[];
};

const NOTHING: DryRunCounts = { attempts: 0, rises: 0, falls: 0, stays: 0, passesNow: 0, keepsPass: 0 };

/** The attempt of a group as it would be. */
export const scoreAfter = ({ score, ...change }: ScoreGroup): AttemptScore => regradedScore(score, change);

function countsOf(group: ScoreGroup): DryRunCounts {
  const { attempts, score, standard } = group;
  const after = scoreAfter(group);
  const passesNow = after.passed === true && score.passed !== true;
  const keepsPass = score.passed === true && meetsByCount(score, standard) && !meetsByCount(after, standard);
  return {
    ...NOTHING,
    attempts,
    [compareShares(score, after)]: attempts,
    passesNow: passesNow ? attempts : 0,
    keepsPass: keepsPass ? attempts : 0
  };
}

const added = (one: DryRunCounts, other: DryRunCounts): DryRunCounts => ({
  attempts: one.attempts + other.attempts,
  rises: one.rises + other.rises,
  falls: one.falls + other.falls,
  stays: one.stays + other.stays,
  passesNow: one.passesNow + other.passesNow,
  keepsPass: one.keepsPass + other.keepsPass
});

const sumOf = (groups: ScoreGroup[]) => groups.map(countsOf).reduce(added, NOTHING);

/** Adds up what would happen to the attempts; assessments in the order in which they first appear. */
export function dryRunOf(groups: ScoreGroup[]): DryRun {
  const byForm = new Map(groups.map((group) => [group.assessmentId, group]));
  const forms = [...byForm.values()].map(({ assessmentId, activityTitle, kind }) => ({
    ...{ assessmentId, activityTitle, kind },
    ...sumOf(groups.filter((group) => group.assessmentId === assessmentId))
  }));
  return { ...sumOf(groups), forms };
}

/**
 * Whom a dry run concerns, in one line: what was shown is applied only while this is still the same. How many attempts
 * stay as they are is not in it, or nobody could regrade while others finish theirs.
 */
export function fingerprintOf({ forms }: DryRun): string {
  return forms
    .filter(({ rises, falls, passesNow }) => rises + falls + passesNow > 0)
    .map(({ assessmentId, rises, falls, passesNow, keepsPass }) =>
      [assessmentId, rises, falls, passesNow, keepsPass].join(':')
    )
    .toSorted()
    .join(' ');
}
