import { feedbackIsDue } from '#lib/domain/attempt/feedback-is-due.ts';
import { decisionToShow } from '#lib/domain/attempt/decision-to-show.ts';
import { attemptsLeft } from '#lib/domain/attempt/may-start-attempt.ts';
import { itemsToPass } from '#lib/domain/attempt/meets-passing-standard.ts';
import { outcomeUnderRegrade } from '#lib/domain/attempt/outcome-under-regrade.ts';
import { itemsCounted } from '#lib/domain/attempt/regraded-score.ts';
import type {
  ObjectiveResult,
  ResultItem,
  ResultView,
  ScoredResult,
  SectionLink
} from '#lib/domain/attempt/result-view.ts';
import { scoreByObjective } from '#lib/domain/attempt/score-by-objective.ts';
import { withoutCitations } from '#lib/domain/reference/citation-marks.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItems } from '../question-bank/read-keyed-items.ts';
import { loadAttempt, type LoadedAttempt } from './load-attempt.ts';
import { listAttempts, type OwnAttempt } from './queries.ts';
import { readDecisions } from './read-decisions.ts';
import { readFeedback, type Answered } from './read-feedback.ts';
import { readItemsUnderTest } from './read-items-under-test.ts';

async function readAnswers(db: Executor, { places }: LoadedAttempt): Promise<Answered[]> {
  const versionIds = places.map(({ itemVersionId }) => itemVersionId);
  const items = await readKeyedItems(db, versionIds);
  const decisions = await readDecisions(db, places);
  return places.flatMap((place, index) => {
    const item = items.get(place.itemVersionId);
    return item ? { item, place, decided: decisions[index] ?? null } : [];
  });
}

const outcomeOf = ({ place, decided }: Answered) =>
  outcomeUnderRegrade(place.correct, decided?.regrade ?? null);

type Owned = { loaded: LoadedAttempt; personId: string };

/** The items with feedback where it is due, without it where not. */
async function readItems(
  db: Executor,
  { loaded, answers, personId }: Owned & { answers: Answered[] }
): Promise<ResultItem[]> {
  const underTest = await readItemsUnderTest(db, personId);
  const { feedback: policy, state } = loaded.row;
  const isDue = ({ item, place }: Answered) =>
    feedbackIsDue({
      policy,
      state,
      isAnswered: place.response !== null,
      isUnderTest: underTest.has(item.itemId)
    });
  const due = answers.filter(isDue);
  const feedback = await readFeedback(db, { activity: loaded.activity, answers: due });
  return answers.map((answer) => ({
    position: answer.place.position,
    stem: withoutCitations(answer.item.stem),
    outcome: outcomeOf(answer),
    feedback: feedback[due.indexOf(answer)] ?? null,
    decision: decisionToShow(answer.decided, {
      isDue: due.includes(answer),
      item: answer.item,
      order: answer.place
    })
  }));
}

function objectivesOf({ activity }: LoadedAttempt, answers: Answered[]): ObjectiveResult[] {
  const scores = scoreByObjective(
    activity.objectives.map(({ id }) => id),
    answers
      .map((answer) => ({ objectiveId: answer.item.objectiveId, outcome: outcomeOf(answer) }))
      .filter(({ outcome }) => outcome !== 'not-counted')
      .map(({ objectiveId, outcome }) => ({ objectiveId, correct: outcome === 'correct' }))
  );
  return scores.flatMap(({ objectiveId, correct, total }) => {
    const objective = activity.objectives.find(({ id }) => id === objectiveId);
    return objective ? { code: objective.code, wording: objective.wording, correct, total } : [];
  });
}

function rereadOf({ activity }: LoadedAttempt, answers: Answered[]): SectionLink[] {
  const isMissed = (answer: Answered) => ['not-correct', 'not-answered'].includes(outcomeOf(answer));
  const missed = new Set(answers.filter(isMissed).map(({ item }) => item.lessonSection));
  return activity.sections
    .filter(({ slug }) => missed.has(slug))
    .map(({ slug, title }) => ({ href: `/activities/${activity.slug}/lesson/${slug}`, title }));
}

async function readAttemptsLeft(db: Executor, { loaded, personId }: Owned): Promise<number | null> {
  const { row, activity } = loaded;
  const attempts = await listAttempts(db, { assessmentId: row.assessmentId, personId });
  const maxAttempts = activity.assessments.find(({ id }) => id === row.assessmentId)?.maxAttempts ?? null;
  return attemptsLeft({
    maxAttempts,
    submittedAttempts: attempts.filter(({ state }) => state === 'submitted').length
  });
}

async function readScored(db: Executor, owned: Owned): Promise<ScoredResult> {
  const { loaded, personId } = owned;
  const { row, facts } = loaded;
  const answers = await readAnswers(db, loaded);
  const items = await readItems(db, { loaded, answers, personId });
  const { passingPercent, passed } = row;
  const correct = row.itemsCorrect ?? 0;
  const counted = itemsCounted({ total: row.itemsTotal, dropped: row.itemsDropped });
  const needed = passingPercent === null ? null : itemsToPass(counted, { passingPercent });
  return {
    kind: 'scored',
    attempt: facts,
    correct,
    counted,
    passed,
    itemsToPass: needed,
    keepsPass: passed === true && needed !== null && correct < needed,
    attemptsLeft: await readAttemptsLeft(db, owned),
    objectives: objectivesOf(loaded, answers),
    reread: rereadOf(loaded, answers),
    items,
    feedbackWithheld: row.feedback === 'after-submission' && items.some(({ feedback }) => feedback === null)
  };
}

/** The result of an attempt, as far as its assessment shows one, or null where the person has no such attempt. */
export async function loadResult(db: Executor, which: OwnAttempt): Promise<ResultView | null> {
  const loaded = await loadAttempt(db, which);
  if (!loaded) return null;
  const { row, facts, activity } = loaded;
  if (row.state === 'in-progress') return { kind: 'open', attempt: facts };
  const showsScore = activity.assessments.find(({ id }) => id === row.assessmentId)?.showsScore === true;
  return showsScore
    ? readScored(db, { loaded, personId: which.personId })
    : { kind: 'saved', attempt: facts };
}
