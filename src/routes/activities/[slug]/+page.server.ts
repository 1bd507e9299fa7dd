import { error } from '@sveltejs/kit';
import { listSteps } from '#lib/domain/credit/list-steps.ts';
import { nextStep } from '#lib/domain/credit/next-step.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { readLearnerProgress } from '#lib/server/credit/read-learner-progress.ts';
import { factsOf, formOf, passMark, standingOf } from '../card-view.ts';
import type { PageServerLoad } from './$types';

/** Readable by everyone: a person decides here, before the gate and before an account. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { db, person, now } = locals;
  const activity = await readActivity(db, params.slug);
  if (activity === null) error(404, 'We cannot find that page.');
  const { slug, activityVersionId } = activity;
  const progress = person && (await readLearnerProgress(db, { personId: person.id, activityVersionId }));
  const preTest = formOf(activity, 'pre-test');
  const assessment = formOf(activity, 'assessment');
  const start = preTest?.requiredForCompletion ? 'pretest' : 'lesson';
  return {
    activity,
    preTest,
    practice: formOf(activity, 'practice'),
    assessment: assessment && { ...assessment, mark: passMark(assessment) },
    facts: factsOf(activity),
    standing: standingOf(activity, now),
    step: progress ? nextStep(progress) : { label: 'Start', href: `/activities/${slug}/${start}` },
    steps: progress && listSteps(progress)
  };
};
