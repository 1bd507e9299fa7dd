import type { EvaluationForm } from '#lib/domain/evaluation/evaluation-form.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalEvaluationForm } from './queries.ts';

/** The evaluation form of an activity version. Throws where there is none: no version is published without. */
export async function readEvaluationForm(db: Executor, activityVersionId: string): Promise<EvaluationForm> {
  const form = await selectOptionalEvaluationForm(db, activityVersionId);
  if (form === null) throw new Error(`The activity version ${activityVersionId} has no evaluation form.`);
  return form;
}
