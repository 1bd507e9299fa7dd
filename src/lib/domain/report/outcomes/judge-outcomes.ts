import { followUpResult, type FollowUpResult } from '../follow-up-results.ts';
import { holdBackSmall, shownCount, type ShownCount } from '../small-cells.ts';
import { judgeItems, LEAST_TO_INFER, LEAST_TO_SHOW, type ItemOutcome } from './judge-items.ts';
import type { FunnelFacts, ObjectiveFacts, OutcomeFacts } from './outcome-facts.ts';
import { normalisedGain, pairedScore, type Effect, type Interval } from './paired-score.ts';

/** Mean scores from 0 to 100. What is inferred is null below 30 learners, and an effect where it is not defined. */
export type ScoreOutcome = {
  before: number;
  after: number;
  change: number;
  gain: number | null;
  changeInterval: Interval | null;
  averageEffect: Effect | null;
  changeEffect: Effect | null;
  atCeiling: ShownCount;
};

/** Mean scores of an objective; null: held back. */
export type ObjectiveOutcome = {
  code: string;
  wording: string;
  items: number;
  learners: ShownCount;
  before: number | null;
  after: number | null;
};

type Stage = { id: keyof FunnelFacts; label: string; people: ShownCount };

/** Outcomes of an activity version as they may be shown and printed. */
export type Outcomes = {
  /** False below five matched learners: then nothing is shown of what they answered. */
  isShown: boolean;
  /** False below 30. */
  isInferred: boolean;
  learners: { matched: ShownCount; before: ShownCount; after: ShownCount; certified: ShownCount };
  score: ScoreOutcome | null;
  objectives: ObjectiveOutcome[];
  items: ItemOutcome[];
  unpaired: string[];
  funnel: Stage[];
  weeks: { week: string; completions: ShownCount }[];
  commitments: {
    committed: ShownCount;
    ownWords: ShownCount;
    options: { label: string; learners: ShownCount }[];
  };
  followUps: FollowUpResult[];
};

const STAGES = [
  { id: 'preTestStarted', label: 'Pre-test started' },
  { id: 'preTestSubmitted', label: 'Pre-test submitted' },
  { id: 'assessmentStarted', label: 'Assessment started' },
  { id: 'passed', label: 'Assessment passed' },
  { id: 'evaluated', label: 'Evaluated' },
  { id: 'certified', label: 'Certificate issued' }
] as const;

function scoreOutcome({ score, atCeiling }: OutcomeFacts): ScoreOutcome | null {
  const paired = score.learners < LEAST_TO_SHOW ? null : pairedScore(score);
  if (paired === null) return null;
  const inferred = <Value>(value: Value) => (score.learners < LEAST_TO_INFER ? null : value);
  return {
    before: paired.before,
    after: paired.after,
    change: paired.change,
    gain: normalisedGain(paired.before, paired.after),
    changeInterval: inferred(paired.changeInterval),
    averageEffect: inferred(paired.averageEffect),
    changeEffect: inferred(paired.changeEffect),
    atCeiling: shownCount(atCeiling)
  };
}

/**
 * Objectives as they may be shown. The mean of one whose single item is held back would tell it; and where only one
 * objective is held back, the mean of all would tell that one, so another is held back too.
 */
function judgeObjectives(
  objectives: readonly ObjectiveFacts[],
  items: readonly ItemOutcome[]
): ObjectiveOutcome[] {
  const isTold = ({ code, sums }: ObjectiveFacts) =>
    sums.learners < LEAST_TO_SHOW ||
    items.filter((item) => item.objective === code && item.percentBefore === null).length === 1;
  const withheld = new Set(objectives.filter(isTold));
  const [next] = objectives.filter((objective) => !withheld.has(objective));
  if (withheld.size === 1 && next !== undefined) withheld.add(next);
  return objectives.map((objective) => {
    const { code, wording, sums } = objective;
    const mean = (sum: number) => (withheld.has(objective) ? null : sum / sums.learners);
    const learners = shownCount(sums.learners);
    return {
      code,
      wording,
      items: objective.items,
      learners,
      before: mean(sums.before),
      after: mean(sums.after)
    };
  });
}

function judgeCommitments({ committed, ownWords, options }: OutcomeFacts['commitments']) {
  const isShown = committed >= LEAST_TO_SHOW;
  const counts = holdBackSmall(options.map(({ learners }) => learners));
  return {
    committed: shownCount(committed),
    ownWords: isShown ? shownCount(ownWords) : null,
    options: options.map(({ label }, index) => ({
      label,
      learners: isShown ? (counts[index] ?? null) : null
    }))
  };
}

/** What was counted, as it may be shown: small cells held back, nothing inferred from fewer than 30. */
export function judgeOutcomes(facts: OutcomeFacts, of: { activityTitle: string; version: string }): Outcomes {
  const isShown = facts.matched >= LEAST_TO_SHOW;
  const items = isShown ? judgeItems(facts.items) : [];
  const weeks = holdBackSmall(facts.weeks.map(({ completions }) => completions));
  return {
    isShown,
    isInferred: facts.score.learners >= LEAST_TO_INFER,
    learners: {
      matched: shownCount(facts.matched),
      before: shownCount(facts.before),
      after: shownCount(facts.after),
      certified: shownCount(facts.funnel.certified)
    },
    score: scoreOutcome(facts),
    objectives: isShown ? judgeObjectives(facts.objectives, items) : [],
    items,
    unpaired: facts.unpaired,
    funnel: STAGES.map((stage) => ({ ...stage, people: shownCount(facts.funnel[stage.id]) })),
    weeks: facts.weeks.map(({ week }, index) => ({ week, completions: weeks[index] ?? null })),
    commitments: judgeCommitments(facts.commitments),
    followUps: facts.followUps.map((followUp) => followUpResult({ ...of, ...followUp }))
  };
}
