import { error } from '@sveltejs/kit';
import { availability } from '#lib/domain/activity/availability.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { activityStep } from '#lib/domain/credit/activity-step.ts';
import { listSteps } from '#lib/domain/credit/list-steps.ts';
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
  return {
    activity,
    preTest,
    practice: formOf(activity, 'practice'),
    assessment: assessment && { ...assessment, mark: passMark(assessment) },
    facts: factsOf(activity),
    standing: standingOf(activity, now),
    step: activityStep({
      slug,
      availability: availability(activity, calendarDayOf(now)),
      progress,
      hasPreTest: preTest?.requiredForCompletion === true
    }),
    steps: progress && listSteps(progress)
  };
};
