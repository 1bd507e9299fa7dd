import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { CommitmentQuestion } from '#lib/domain/evaluation/evaluation-form.ts';
import { compareNaturally } from '#lib/domain/interchange/compare-naturally.ts';
import type {
  CommitmentFacts,
  FollowUpFacts,
  OutcomeFacts
} from '#lib/domain/report/outcomes/outcome-facts.ts';
import { listVersionObjectives } from '../activity/objective-queries.ts';
import type { Executor } from '../db/index.ts';
import { readEvaluationForm } from '../evaluation/read-evaluation-form.ts';
import { listFollowUpCounts, listItemCounts, listStatusCounts } from './follow-up-queries.ts';
import {
  listCommitmentChoices,
  listWeeks,
  selectCommitted,
  selectOutcomeCounts
} from './outcome-count-queries.ts';
import { listItemPairs, listScoreSums } from './outcome-pair-queries.ts';

const NOBODY = { learners: 0, before: 0, after: 0, beforeSquared: 0, afterSquared: 0, product: 0 };

async function countCommitments(db: Executor, activityVersionId: string): Promise<CommitmentFacts> {
  const form = await readEvaluationForm(db, activityVersionId);
  const asked = form.questions.filter(
    (question): question is CommitmentQuestion => question.type === 'commitment-to-change'
  );
  const noChange = asked.flatMap(({ exclusiveOptions }) => exclusiveOptions.map(({ id }) => id));
  const chosen = await listCommitmentChoices(db, activityVersionId);
  const options = asked.flatMap((question) =>
    [...question.options, ...question.exclusiveOptions].map(({ id, label }) => ({
      label,
      learners: chosen.find((row) => row.question === question.id && row.option === id)?.learners ?? 0
    }))
  );
  return { ...(await selectCommitted(db, { activityVersionId, noChange })), options };
}

async function countFollowUps(db: Executor, activityVersionId: string): Promise<FollowUpFacts[]> {
  const statuses = await listStatusCounts(db, activityVersionId);
  const items = await listItemCounts(db, activityVersionId);
  return (await listFollowUpCounts(db, activityVersionId)).map(({ days, sent, answered }) => {
    const own = statuses.filter((row) => row.days === days);
    const answeredItems = items.find((row) => row.days === days);
    return {
      days,
      sent,
      answered,
      statuses: Object.fromEntries(own.map(({ status, commitments }) => [status, commitments])),
      itemsAnswered: answeredItems?.answered ?? 0,
      itemsCorrect: answeredItems?.correct ?? 0
    };
  });
}

async function countScores(db: Executor, activityVersionId: string) {
  const rows = await listScoreSums(db, activityVersionId);
  const whole = rows.find(({ objectiveId }) => objectiveId === null);
  const objectives = (await listVersionObjectives(db, activityVersionId)).flatMap(({ id, code, wording }) => {
    const own = rows.find(({ objectiveId }) => objectiveId === id);
    return own === undefined ? [] : [{ code, wording, items: own.items, sums: own.sums }];
  });
  return { score: whole?.sums ?? NOBODY, atCeiling: whole?.atCeiling ?? 0, objectives };
}

/** Everything that outcomes of an activity version are made of, as it stands now. Call it in one view of the data. */
export async function countOutcomes(
  db: Executor,
  { activityVersionId, now }: { activityVersionId: string; now: Date }
): Promise<OutcomeFacts> {
  const { before, after, ...funnel } = await selectOutcomeCounts(db, activityVersionId);
  const scores = await countScores(db, activityVersionId);
  const { items, unpaired } = await listItemPairs(db, activityVersionId);
  return {
    ...scores,
    matched: scores.score.learners,
    before,
    after,
    items: items.toSorted((one, other) => compareNaturally(one.before, other.before)),
    unpaired: unpaired.toSorted(compareNaturally),
    funnel,
    weeks: await listWeeks(db, { activityVersionId, until: calendarDayOf(now) }),
    commitments: await countCommitments(db, activityVersionId),
    followUps: await countFollowUps(db, activityVersionId)
  };
}
