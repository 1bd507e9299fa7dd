import type { FollowUpQuestion, FollowUpView } from '#lib/domain/evaluation/follow-up-view.ts';
import { commitmentsOf } from '#lib/domain/evaluation/commitments-of.ts';
import { isFollowUpOver } from '#lib/domain/evaluation/follow-up-plan.ts';
import { toPublicItem } from '#lib/domain/question-bank/public-item.ts';
import { readActivityVersion } from '../activity/read-activity.ts';
import { readFeedback } from '../attempt/read-feedback.ts';
import { readItemsUnderTest } from '../attempt/read-items-under-test.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItems } from '../question-bank/read-keyed-items.ts';
import {
  listFollowedCommitments,
  listFollowUpItems,
  selectOptionalFollowUp,
  type FollowUpRow
} from './follow-up-queries.ts';
import { hashFollowUpToken } from './follow-up-token.ts';
import { selectOptionalEvaluationForm } from './queries.ts';

/** The items of a follow-up. Keys come only after it was answered, and not while the item stands in an open form. */
async function readQuestions(db: Executor, row: FollowUpRow): Promise<FollowUpQuestion[]> {
  const places = await listFollowUpItems(db, row.id);
  const items = await readKeyedItems(
    db,
    places.map(({ itemVersionId }) => itemVersionId)
  );
  const activity = await readActivityVersion(db, row.activityVersionId);
  const underTest = await readItemsUnderTest(db, row.personId);
  const questions: FollowUpQuestion[] = [];
  for (const place of places) {
    const item = items.get(place.itemVersionId);
    if (!item) throw new Error(`There is no item version ${place.itemVersionId}`);
    const isDue = row.state === 'answered' && !underTest.has(item.itemId);
    const [feedback] = isDue ? await readFeedback(db, { activity, answers: [{ item, place }] }) : [];
    questions.push({ position: place.position, item: toPublicItem(item, place), feedback: feedback ?? null });
  }
  return questions;
}

async function readCommitments(db: Executor, row: FollowUpRow) {
  const form = await selectOptionalEvaluationForm(db, row.activityVersionId);
  const said = await listFollowedCommitments(db, row.id);
  return (form ? commitmentsOf(form, row.answers) : []).map((commitment, index) => {
    const found = said.find(({ ordinal }) => ordinal === index + 1);
    return {
      ordinal: index + 1,
      commitment,
      status: found?.status ?? null,
      barriers: found?.barriers ?? []
    };
  });
}

/** The follow-up behind the token of its link, or null. */
export async function readFollowUp(
  db: Executor,
  { token, now }: { token: string; now: Date }
): Promise<FollowUpView | null> {
  const row = await selectOptionalFollowUp(db, hashFollowUpToken(token));
  if (!row) return null;
  const { slug, title } = await readActivityVersion(db, row.activityVersionId);
  const isOver = row.state !== 'answered' && isFollowUpOver(row.dueAt, now);
  return {
    id: row.id,
    days: row.days,
    state: isOver ? 'over' : row.state === 'answered' ? 'answered' : 'open',
    activity: { slug, title },
    commitments: await readCommitments(db, row),
    questions: await readQuestions(db, row)
  };
}
