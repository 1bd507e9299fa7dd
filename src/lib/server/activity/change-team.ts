import {
  decideAddition,
  decideRemoval,
  mayChangeTeam,
  type TeamActor,
  type TeamMember,
  type TeamPart
} from '#lib/domain/activity/team.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lockActivity } from './authoring-queries.ts';
import { deleteMember, deleteTeam, existsEducator, listTeam, upsertMember } from './team-queries.ts';

type Change = { activityId: string; actor: TeamActor; now: Date };

/** `not-open`: there is no such activity, or by now a team without this person works on it. */
type Refusal = 'not-open';

type Step = 'add-to-team' | 'remove-from-team' | 'dissolve-team';

function audit(tx: Executor, { activityId, actor, now }: Change, step: Step, who: object): Promise<void> {
  return insertAuditEvent(tx, {
    at: now,
    actorId: actor.personId,
    action: `activity.${step}`,
    subject: { kind: 'activity', id: activityId },
    detail: { ...who }
  });
}

/** The team while nobody else changes it; null where this person may not change it either. */
async function lockTeam(tx: Executor, { activityId, actor }: Change): Promise<TeamMember[] | null> {
  if (!(await lockActivity(tx, activityId))) return null;
  const team = await listTeam(tx, activityId);
  return mayChangeTeam(team, actor) ? team : null;
}

/** Takes an educator into the team of an activity, or changes what they do in it. The first author shuts all others out. */
export function addToTeam(
  db: Executor,
  input: Change & { personId: string; part: TeamPart }
): Promise<Result<null, Refusal | 'no-educator' | 'there-already' | 'last-author'>> {
  const { activityId, personId, part, actor, now } = input;
  return db.transaction(async (tx) => {
    const team = await lockTeam(tx, input);
    if (team === null) return failure('not-open');
    if (!(await existsEducator(tx, personId))) return failure('no-educator');
    const decided = decideAddition(team, { change: { personId, part }, actor });
    if (!decided.ok) return decided;
    for (const member of decided.value) {
      await upsertMember(tx, { activityId, ...member, addedBy: actor.personId, addedAt: now });
      await audit(tx, input, 'add-to-team', member);
    }
    return success(null);
  });
}

/** Takes somebody out of the team; the last author stays. */
export function removeFromTeam(
  db: Executor,
  input: Change & { personId: string }
): Promise<Result<null, Refusal | 'not-there' | 'last-author'>> {
  const { activityId, personId } = input;
  return db.transaction(async (tx) => {
    const team = await lockTeam(tx, input);
    if (team === null) return failure('not-open');
    const decided = decideRemoval(team, personId);
    if (!decided.ok) return decided;
    await deleteMember(tx, { activityId, personId });
    const { part } = decided.value;
    await audit(tx, input, 'remove-from-team', { personId, part });
    return success(null);
  });
}

/** Opens an activity to every educator again. */
export function dissolveTeam(db: Executor, input: Change): Promise<Result<null, Refusal>> {
  return db.transaction(async (tx) => {
    const team = await lockTeam(tx, input);
    if (team === null) return failure('not-open');
    if (team.length === 0) return success(null);
    await deleteTeam(tx, input.activityId);
    await audit(tx, input, 'dissolve-team', {
      people: team.map(({ personId, part }) => ({ personId, part }))
    });
    return success(null);
  });
}
