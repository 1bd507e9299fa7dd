import { redirect } from '@sveltejs/kit';
import { availability } from '#lib/domain/activity/availability.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { activityStep } from '#lib/domain/credit/activity-step.ts';
import { listSteps } from '#lib/domain/credit/list-steps.ts';
import { versionNote } from '#lib/domain/credit/version-note.ts';
import { readLearnerProgress } from '#lib/server/credit/read-learner-progress.ts';
import { requirePerson } from '../../guard.ts';
import { mayBeKept } from '../../keep-on-device.ts';
import { factsOf, formOf, passMark, standingOf } from '../card-view.ts';
import { requireLearnerActivity } from './require-activity.ts';
import { offerView } from './offer-view.ts';
import { startFromPage } from './start-page.ts';
import type { Actions, PageServerLoad } from './$types';

/** Readable by everyone: a person decides here, before the gate and before an account. */
export const load: PageServerLoad = async (event) => {
  const { db, person, now } = event.locals;
  const { through, toRead: activity, live } = await requireLearnerActivity(event);
  mayBeKept(event);
  const { slug, activityVersionId } = through;
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
    versionNote: progress && versionNote({ through, live, progress }),
    step: activityStep({
      slug,
      availability: availability(through, calendarDayOf(now)),
      progress,
      hasPreTest: preTest?.requiredForCompletion === true
    }),
    steps: progress && listSteps(progress),
    offer: await offerView(event.locals, { ...through, completedOn: progress?.completedOn ?? null })
  };
};

export const actions: Actions = {
  /** Leaves the version that was begun for the newest one, by beginning that. */
  beginAnew: async (event) => {
    const { id: personId } = requirePerson(event);
    const { through, live } = await requireLearnerActivity(event);
    const { activityVersionId, slug } = through;
    const progress = await readLearnerProgress(event.locals.db, { personId, activityVersionId });
    if (versionNote({ through, live, progress })?.canBeginAnew !== true) redirect(303, `/activities/${slug}`);
    const kind = formOf(live, 'pre-test') === null ? 'assessment' : 'pre-test';
    return startFromPage(event, { kind, selection: { kind: 'all' }, activity: live });
  }
};
