import { and, eq } from 'drizzle-orm';
import type { EvaluationAnswers } from '#lib/domain/evaluation/evaluation-answers.ts';
import type { EvaluationForm } from '#lib/domain/evaluation/evaluation-form.ts';
import type { Executor } from '../db/index.ts';
import { evaluationForms, evaluations } from '../db/schema/evaluation.ts';

/** The form of an activity version, or null. */
export async function selectOptionalEvaluationForm(
  db: Executor,
  activityVersionId: string
): Promise<EvaluationForm | null> {
  const rows = await db
    .select({ form: evaluationForms.form })
    .from(evaluationForms)
    .where(eq(evaluationForms.activityVersionId, activityVersionId));
  return rows[0]?.form ?? null;
}

/** Writes the form of a draft; the database refuses it for a published version. */
export async function updateEvaluationForm(
  tx: Executor,
  { activityVersionId, form }: { activityVersionId: string; form: EvaluationForm }
): Promise<void> {
  await tx
    .update(evaluationForms)
    .set({ form })
    .where(eq(evaluationForms.activityVersionId, activityVersionId));
}

/** The id of a person's evaluation of an activity version, or null. */
export async function selectOptionalEvaluationId(
  db: Executor,
  { personId, activityVersionId }: { personId: string; activityVersionId: string }
): Promise<string | null> {
  const rows = await db
    .select({ id: evaluations.id })
    .from(evaluations)
    .where(and(eq(evaluations.personId, personId), eq(evaluations.activityVersionId, activityVersionId)));
  return rows[0]?.id ?? null;
}

/** What a person said in their evaluation of an activity version, or null. */
export async function selectOptionalAnswers(
  db: Executor,
  { personId, activityVersionId }: { personId: string; activityVersionId: string }
): Promise<EvaluationAnswers | null> {
  const rows = await db
    .select({ answers: evaluations.answers })
    .from(evaluations)
    .where(and(eq(evaluations.personId, personId), eq(evaluations.activityVersionId, activityVersionId)));
  return rows[0]?.answers ?? null;
}

/** Keeps what a learner said; the database takes one for each person and activity version. */
export async function insertEvaluation(
  tx: Executor,
  evaluation: {
    id: string;
    personId: string;
    activityVersionId: string;
    answers: EvaluationAnswers;
    submittedAt: Date;
  }
): Promise<void> {
  await tx.insert(evaluations).values(evaluation);
}
