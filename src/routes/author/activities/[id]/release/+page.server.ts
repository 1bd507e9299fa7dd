import { error, fail, redirect } from '@sveltejs/kit';
import { mayRelease } from '#lib/domain/activity/release-checklist.ts';
import { discardDraft } from '#lib/server/activity/discard-draft.ts';
import { publishActivity } from '#lib/server/activity/publish-activity.ts';
import { readRelease } from '#lib/server/activity/read-release.ts';
import { readVersionHistory } from '#lib/server/activity/read-version-history.ts';
import { countPeopleInProgress } from '#lib/server/credit/count-people-in-progress.ts';
import { requireAuthored, shownVersion } from '../require-authored.ts';
import { PROBLEMS, readReleasePost, refusalWords } from './release-post.ts';
import type { Actions, PageServerLoad } from './$types';

/** The step whose confirmation the address asks for. */
const CONFIRMED = ['publish', 'discard'] as const;

export const load: PageServerLoad = async (event) => {
  const { activity } = await requireAuthored(event);
  const { db, now } = event.locals;
  const checks = await readRelease(db, shownVersion(activity), now);
  return {
    activity,
    checks,
    isReady: activity.draft !== null && mayRelease(checks),
    inProgress: activity.live ? await countPeopleInProgress(db, activity.live.versionId) : 0,
    versions: await readVersionHistory(db, activity.activityId),
    confirming: CONFIRMED.find((step) => event.url.searchParams.has(step)) ?? null,
    released: event.url.searchParams.has('released')
  };
};

export const actions: Actions = {
  publish: async (event) => {
    const { change, home } = await readReleasePost(event);
    const published = await publishActivity(event.locals.db, change);
    if (published.ok) redirect(303, `${home}/release?released`);
    if (published.problem.kind === 'no-draft')
      error(409, 'This working copy was published or discarded meanwhile.');
    return fail(409, { message: refusalWords(published.problem) });
  },
  discard: async (event) => {
    const { change, home } = await readReleasePost(event);
    const discarded = await discardDraft(event.locals.db, change);
    if (discarded.ok) redirect(303, discarded.value.activityIsLeft ? home : '/author');
    if (discarded.problem === 'no-draft') {
      error(409, 'This working copy was published or discarded meanwhile.');
    }
    return fail(409, { message: PROBLEMS[discarded.problem] });
  }
};
