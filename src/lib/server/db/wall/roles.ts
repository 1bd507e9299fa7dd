import { sql } from 'drizzle-orm';
import type { Executor } from '../index.ts';

/**
 * The two roles that the program has where there is a second wall. It signs in as `application`, which sees of learners'
 * data what belongs to the person who asks, and no more. `staff` is taken on by name (SET ROLE) for work that is nobody's
 * own: the start, jobs, signing in, and pages of educators and admins.
 */
export type WallRoles = { application: string; staff: string };

/** By the name of the role in DATABASE_URL, so that nobody has to name it twice. */
export const staffRoleOf = (application: string) => `${application}_staff`;

/** The roles of the wall, as seen by the application's connection, or null where there is none. */
export async function readWallRoles(db: Executor): Promise<WallRoles | null> {
  const rows = await db
    .select({ application: sql<string>`session_user::text`, staff: sql<string>`r.rolname::text` })
    .from(sql`pg_roles r`)
    .where(sql`r.rolname = session_user::text || '_staff' and pg_has_role(session_user, r.oid, 'member')`);
  return rows[0] ?? null;
}
