import { error, redirect } from '@sveltejs/kit';
import { listSteps } from '#lib/domain/credit/list-steps.ts';
import { nextStep } from '#lib/domain/credit/next-step.ts';
import { loadResult } from '#lib/server/attempt/load-result.ts';
import { readLearnerProgress } from '#lib/server/credit/read-learner-progress.ts';
import { readAttempt } from '../../attempt-request.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const which = readAttempt(event);
  const { db } = event.locals;
  const result = await loadResult(db, which);
  if (!result) error(404);
  if (result.kind === 'open') redirect(303, `/attempts/${which.attemptId}/check`);
  const { activityVersionId } = result.attempt;
  const progress = await readLearnerProgress(db, { personId: which.personId, activityVersionId });
  const stepsLeft = listSteps(progress)
    .filter(({ label, state }) => ['Evaluation', 'Certificate'].includes(label) && state !== 'finished')
    .map(({ label }) => label.toLowerCase());
  return { result, step: nextStep(progress), stepsLeft };
};
