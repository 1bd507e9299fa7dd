import { fail, redirect } from '@sveltejs/kit';
import { nextStep } from '#lib/domain/credit/next-step.ts';
import { readEvaluation } from '#lib/domain/evaluation/read-evaluation.ts';
import { readLearnerProgress } from '#lib/server/credit/read-learner-progress.ts';
import { submitEvaluation } from '#lib/server/credit/submit-evaluation.ts';
import { readEvaluationForm } from '#lib/server/evaluation/read-evaluation-form.ts';
import { requirePerson, requireSender } from '../../../guard.ts';
import { readPostedFields } from '../../../posted-fields.ts';
import { requireActivity } from '../require-activity.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id: personId } = requirePerson(event);
  const { activityVersionId, slug, title } = await requireActivity(event);
  const progress = await readLearnerProgress(event.locals.db, { personId, activityVersionId });
  // After one that is refused its page comes back with what was written.
  if (progress.evaluationSubmitted && event.request.method !== 'POST')
    redirect(303, `/activities/${slug}/claim`);
  return {
    activity: { slug, title },
    isOpen: progress.assessment.passedAttemptId !== null,
    step: nextStep(progress),
    questions: await readEvaluationForm(event.locals.db, activityVersionId)
  };
};

const REFUSALS = {
  'sent-before':
    'You sent an evaluation of this activity before, and that one stands. What you sent now was not saved; it is still below.',
  'not-passed': 'The evaluation opens when you have passed the assessment. What you wrote is still below.',
  closed:
    'This activity is closed for credit, so the evaluation was not saved. What you wrote is still below.'
};

export const actions: Actions = {
  default: async (event) => {
    const { id: personId } = await requireSender(event);
    const { activityVersionId, slug } = await requireActivity(event);
    const { db, now } = event.locals;
    const posted = await readPostedFields(event.request);
    const read = readEvaluation(await readEvaluationForm(db, activityVersionId), posted);
    if (!read.ok) return fail(400, { posted, problems: read.problem });
    const submitted = await submitEvaluation(db, { personId, activityVersionId, answers: read.value, now });
    if (submitted.ok) redirect(303, `/activities/${slug}/claim`);
    return fail(409, { posted, problems: [{ field: 'evaluation', message: REFUSALS[submitted.problem] }] });
  }
};
