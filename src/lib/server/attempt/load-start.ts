import type { ActivityFacts, AssessmentFacts } from '#lib/domain/activity/activity-facts.ts';
import type { AssessmentKind } from '#lib/domain/attempt/assessment-kind.ts';
import { attemptsLeft, mayStartAttempt } from '#lib/domain/attempt/may-start-attempt.ts';
import { itemsToPass } from '#lib/domain/attempt/meets-passing-standard.ts';
import { itemsAnsweredWrong, itemsFlagged } from '#lib/domain/attempt/practice-selection.ts';
import { resumePosition } from '#lib/domain/attempt/question-view.ts';
import type { PracticeChoices, StartView } from '#lib/domain/attempt/start-view.ts';
import { readOffered } from '../activity/read-activity.ts';
import type { Executor } from '../db/index.ts';
import { listPastItems, listPlaces } from './form-queries.ts';
import { mapOf } from './load-attempt.ts';
import type { AttemptSummary } from './queries.ts';
import { readClosingTime } from './read-closing-time.ts';
import { readStanding } from './read-standing.ts';

type Offered = Parameters<typeof readOffered>[1];

type Which = Offered & { kind: AssessmentKind; personId: string; now: Date };

async function openOf(db: Executor, attempts: AttemptSummary[]): Promise<StartView['open']> {
  const open = attempts.find(({ state }) => state === 'in-progress');
  if (!open) return null;
  const nextPosition = resumePosition(mapOf(await listPlaces(db, open.id)));
  return { attemptId: open.id, nextPosition, closesAt: open.closesAt };
}

type Starting = Pick<Which, 'kind' | 'personId' | 'now'> & { activity: ActivityFacts };

async function readLimit(db: Executor, starting: Starting): Promise<StartView['limit']> {
  const { timeLimitMinutes } = starting.activity;
  if (timeLimitMinutes === null || starting.kind !== 'assessment') return null;
  const wouldClose = await readClosingTime(db, starting);
  return { minutes: timeLimitMinutes, asOf: starting.now, wouldClose };
}

function rulesOf(
  activity: ActivityFacts,
  { kind, title, itemCount, passingPercent, maxAttempts }: AssessmentFacts
) {
  const { slug, expiryDate, releaseDate, estimatedMinutes, maximumQuarterCredits } = activity;
  const isDemonstration = activity.accreditation.mode === 'demonstration';
  return {
    activity: {
      slug,
      title: activity.title,
      expiryDate,
      releaseDate,
      estimatedMinutes,
      maximumQuarterCredits,
      isDemonstration
    },
    kind,
    title,
    itemCount,
    itemsToPass: passingPercent === null ? null : itemsToPass(itemCount, { passingPercent }),
    maxAttempts
  };
}

/** The page before an attempt, or null where the activity is not live or has no form of this kind. */
export async function loadStart(db: Executor, which: Which): Promise<StartView | null> {
  const activity = await readOffered(db, which);
  const assessment = activity?.assessments.find(({ kind }) => kind === which.kind);
  if (!activity || !assessment) return null;
  const standing = await readStanding(db, { activity, assessment, ...which });
  const { attempts } = standing;
  const allowed = mayStartAttempt(standing);
  return {
    ...rulesOf(activity, assessment),
    attemptsLeft: attemptsLeft(standing),
    open: await openOf(db, attempts),
    limit: await readLimit(db, { activity, ...which }),
    lastSubmittedAttemptId: attempts.findLast(({ state }) => state === 'submitted')?.id ?? null,
    passedAttemptId: attempts.find(({ passed }) => passed === true)?.id ?? null,
    problem: allowed.ok ? null : allowed.problem
  };
}

/** What practice offers this person to choose from. */
export async function loadPracticeChoices(
  db: Executor,
  { personId, ...which }: Offered & { personId: string }
): Promise<PracticeChoices> {
  const activity = await readOffered(db, which);
  const practice = activity?.assessments.find(({ kind }) => kind === 'practice');
  if (!activity || !practice) return { objectives: [], wrong: 0, flagged: 0 };
  const past = await listPastItems(db, { assessmentId: practice.id, personId });
  return {
    objectives: activity.objectives.map(({ code, wording }) => ({ code, wording })),
    wrong: itemsAnsweredWrong(past).length,
    flagged: itemsFlagged(past).length
  };
}
