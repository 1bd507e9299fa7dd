import type { TeamPart } from '#lib/domain/activity/team.ts';
import type { Executor } from '../db/index.ts';
import { listEducators, listTeam } from './team-queries.ts';

/** The team of an activity, and the educators who could be in it. */
export type Team = {
  members: { personId: string; name: string; part: TeamPart; addedAt: Date }[];
  educators: { personId: string; name: string; specialty: string }[];
};

/** Who works on an activity, and who else could. */
export async function readTeam(db: Executor, activityId: string): Promise<Team> {
  const members = await listTeam(db, activityId);
  return {
    // Whoever left has no profile any more, and stays in the list until somebody takes them out.
    members: members.map(({ name, ...member }) => ({ ...member, name: name || 'Somebody who left' })),
    educators: await listEducators(db)
  };
}
