import { ownWordsOf, withoutFreeText } from '#lib/domain/privacy/without-free-text.ts';
import { withoutNameSearch } from '#lib/domain/privacy/without-name-search.ts';
import type { Executor } from '../db/index.ts';
import {
  cancelFollowUps,
  listEvaluations,
  listNameSearches,
  updateAnswers,
  updateNameSearch,
  updateQuotedCommitments
} from './free-text-queries.ts';

/** Takes out what a person typed about activities; what was chosen and rated still counts. A part of erasing. */
export async function eraseFreeText(tx: Executor, personId: string): Promise<void> {
  for (const { id, answers } of await listEvaluations(tx, personId)) {
    await updateQuotedCommitments(tx, { evaluationId: id, ownWords: ownWordsOf(answers) });
    await updateAnswers(tx, { id, answers: withoutFreeText(answers) });
  }
  await cancelFollowUps(tx, personId);
}

/** Takes searches for this name out of saved views, schedules and the list of exports. A part of erasing. */
export async function eraseNameSearches(tx: Executor, name: string): Promise<void> {
  for (const query of await listNameSearches(tx)) {
    const instead = withoutNameSearch(query, name);
    if (instead !== query) await updateNameSearch(tx, { query, instead });
  }
}
