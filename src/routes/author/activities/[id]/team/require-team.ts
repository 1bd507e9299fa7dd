import { error, type RequestEvent } from '@sveltejs/kit';
import type { TeamActor } from '#lib/domain/activity/team.ts';
import { findAuthoredActivity, type AuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { mayReach } from '#lib/server/activity/may-reach.ts';
import { requireOneOf } from '../../../../guard.ts';

type Event = Pick<RequestEvent<{ id: string }>, 'locals' | 'params' | 'url'>;

type TeamRequest = {
  activity: AuthoredActivity;
  actor: TeamActor;
  /** Whether the other pages of the activity are open to this person too; an admin may come to mend the team alone. */
  isInside: boolean;
};

/** The activity whose team the address names, for those who work on it, and for admins; else 404. */
export async function requireTeam(event: Event): Promise<TeamRequest> {
  const { id: personId, roles } = requireOneOf(event, ['educator', 'admin']);
  const { db } = event.locals;
  const { id } = event.params;
  const actor = { personId, isEducator: roles.includes('educator'), isAdmin: roles.includes('admin') };
  const isInside = actor.isEducator && (await mayReach(db, 'activity', { id, personId }));
  const activity = isInside || actor.isAdmin ? await findAuthoredActivity(db, id) : null;
  return { activity: activity ?? error(404, 'We cannot find that page.'), actor, isInside };
}
