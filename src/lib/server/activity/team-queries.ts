import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { TeamPart } from '#lib/domain/activity/team.ts';
import type { Executor } from '../db/index.ts';
import { activityTeam } from '../db/schema/activity-team.ts';
import { people, personRoles, profiles } from '../db/schema/identity.ts';

const name = sql<string>`btrim(${profiles.givenName} || ' ' || ${profiles.familyName})`;

/** Who is in the team of an activity, by name. */
export function listTeam(db: Executor, activityId: string) {
  return db
    .select({ personId: activityTeam.personId, part: activityTeam.part, name, addedAt: activityTeam.addedAt })
    .from(activityTeam)
    .leftJoin(profiles, eq(profiles.personId, activityTeam.personId))
    .where(eq(activityTeam.activityId, activityId))
    .orderBy(asc(profiles.familyName), asc(profiles.givenName), asc(activityTeam.personId));
}

/** Everybody with the role of an educator, by name. */
export function listEducators(db: Executor) {
  return db
    .select({ personId: people.id, name, specialty: profiles.specialty })
    .from(personRoles)
    .innerJoin(people, and(eq(people.id, personRoles.personId), isNull(people.disabledAt)))
    .innerJoin(profiles, eq(profiles.personId, people.id))
    .where(eq(personRoles.role, 'educator'))
    .orderBy(asc(profiles.familyName), asc(profiles.givenName), asc(people.id));
}

/** Whether a person holds the role of an educator, and their account is not disabled. */
export async function existsEducator(db: Executor, personId: string): Promise<boolean> {
  const found = await db
    .select({ id: people.id })
    .from(personRoles)
    .innerJoin(people, and(eq(people.id, personRoles.personId), isNull(people.disabledAt)))
    .where(and(eq(personRoles.role, 'educator'), eq(people.id, personId)));
  return found.length > 0;
}

type Member = { activityId: string; personId: string; part: TeamPart; addedBy: string; addedAt: Date };

/** Writes somebody into a team, or what they do in it from now on. */
export async function upsertMember(tx: Executor, member: Member): Promise<void> {
  const { part, addedBy, addedAt } = member;
  await tx
    .insert(activityTeam)
    .values(member)
    .onConflictDoUpdate({
      target: [activityTeam.activityId, activityTeam.personId],
      set: { part, addedBy, addedAt }
    });
}

/** Takes somebody out of a team. */
export async function deleteMember(
  tx: Executor,
  { activityId, personId }: { activityId: string; personId: string }
): Promise<void> {
  await tx
    .delete(activityTeam)
    .where(and(eq(activityTeam.activityId, activityId), eq(activityTeam.personId, personId)));
}

/** Takes everybody out of the team of an activity. */
export async function deleteTeam(tx: Executor, activityId: string): Promise<void> {
  await tx.delete(activityTeam).where(eq(activityTeam.activityId, activityId));
}
