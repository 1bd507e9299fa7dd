import { error, fail, redirect } from '@sveltejs/kit';
import { mayRelease } from '#lib/domain/activity/release-checklist.ts';
import { publishActivity } from '#lib/server/activity/publish-activity.ts';
import { readRelease } from '#lib/server/activity/read-release.ts';
import { countPeopleInProgress } from '#lib/server/credit/count-people-in-progress.ts';
import { formText } from '../../../../form-text.ts';
import { requireAuthored, requireDraft, shownVersion } from '../require-authored.ts';
import type { Actions, PageServerLoad } from './$types';

const PROBLEMS = {
  'changed-meanwhile':
    'Somebody changed this working copy while you were looking. Look again, then release it.',
  'not-whole': 'Something is missing. Nothing was published.'
};

export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAuthored(event);
  const { db, now } = event.locals;
  const checks = await readRelease(db, shownVersion(activity), now);
  return {
    activity,
    checks,
    isReady: activity.draft !== null && mayRelease(checks),
    inProgress: activity.live ? await countPeopleInProgress(db, activity.live.versionId) : 0,
    isConfirming: event.url.searchParams.has('confirm'),
    released: event.url.searchParams.has('released')
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { person, activity, draft } = await requireDraft(event);
    const revision = Number(formText(await event.request.formData(), 'revision'));
    const { activityId } = activity;
    const { db, now } = event.locals;
    const change = { activityId, versionId: draft.versionId, revision, actorId: person.id, now };
    const published = await publishActivity(db, change);
    if (published.ok) redirect(303, `/author/activities/${activityId}/release?released`);
    const { kind } = published.problem;
    if (kind === 'no-draft') error(409, 'This working copy was published meanwhile.');
    return fail(409, { message: PROBLEMS[kind] });
  }
};
