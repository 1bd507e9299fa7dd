import { error, fail, redirect } from '@sveltejs/kit';
import { isTeamPart } from '#lib/domain/activity/team.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { addToTeam, dissolveTeam, removeFromTeam } from '#lib/server/activity/change-team.ts';
import { readTeam } from '#lib/server/activity/read-team.ts';
import { formText } from '../../../../form-text.ts';
import { requireTeam } from './require-team.ts';
import { refusedAddition, refusedRemoval } from './team-words.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { activity, actor, isInside } = await requireTeam(event);
  const team = await readTeam(event.locals.db, activity.activityId);
  const saved = event.url.searchParams.has('saved');
  return { activity, isInside, personId: actor.personId, ...team, saved };
};

async function readStep(event: RequestEvent) {
  const { activity, actor } = await requireTeam(event);
  const { db, now } = event.locals;
  const data = await event.request.formData();
  return { db, data, change: { activityId: activity.activityId, actor, now } };
}

const NOT_FOUND = 'We cannot find that page.';

const backTo = (activityId: string) => redirect(303, `/author/activities/${activityId}/team?saved`);

export const actions: Actions = {
  add: async (event) => {
    const { db, data, change } = await readStep(event);
    const typed = { personId: formText(data, 'person'), part: formText(data, 'part') };
    if (!isUuid(typed.personId)) return fail(400, { typed, problems: [refusedAddition('no-educator')] });
    const { personId, part } = typed;
    if (!isTeamPart(part)) return fail(400, { typed, problems: [refusedAddition('no-part')] });
    const added = await addToTeam(db, { ...change, personId, part });
    if (added.ok) return backTo(change.activityId);
    if (added.problem === 'not-open') error(404, NOT_FOUND);
    return fail(409, { typed, problems: [refusedAddition(added.problem)] });
  },
  remove: async (event) => {
    const { db, data, change } = await readStep(event);
    const personId = formText(data, 'person');
    const removed = await removeFromTeam(db, { ...change, personId });
    if (removed.ok) {
      const { isAdmin, personId: self } = change.actor;
      return personId === self && !isAdmin ? redirect(303, '/author') : backTo(change.activityId);
    }
    if (removed.problem === 'not-open') error(404, NOT_FOUND);
    return fail(409, { typed: null, problems: [refusedRemoval(removed.problem)] });
  },
  dissolve: async (event) => {
    const { db, change } = await readStep(event);
    const dissolved = await dissolveTeam(db, change);
    if (!dissolved.ok) error(404, NOT_FOUND);
    return backTo(change.activityId);
  }
};
