import { sql } from 'drizzle-orm';
import type { Executor } from '../index.ts';
import { compareGrants, wordsOf } from './grants.ts';
import { comparePolicies } from './policies.ts';
import type { WallRoles } from './roles.ts';

async function setGrants(tx: Executor, roles: WallRoles): Promise<void> {
  const { missing, excess } = await compareGrants(tx, roles);
  for (const grant of excess) {
    const role = grant.role === 'public' ? sql`public` : sql.identifier(grant.role);
    await tx.execute(sql`revoke ${wordsOf(grant)} from ${role}`);
  }
  for (const grant of missing) {
    await tx.execute(sql`grant ${wordsOf(grant)} to ${sql.identifier(grant.role)}`);
  }
}

async function setPolicies(tx: Executor, roles: WallRoles): Promise<void> {
  const { open, missing, excess } = await comparePolicies(tx, roles);
  for (const { create } of missing) await tx.execute(create);
  for (const { table, name } of excess) {
    await tx.execute(sql`drop policy ${sql.identifier(name)} on ${sql.identifier(table)}`);
  }
  for (const table of open) {
    await tx.execute(sql`alter table ${sql.identifier(table)} enable row level security`);
  }
}

/**
 * What lies around the tables. Tables of a session come before ours where a function looks a name up, so that who may make
 * them could mislead the triggers: only the role of staff may, which makes demonstration data with them.
 */
async function setSurroundings(tx: Executor, { application, staff }: WallRoles): Promise<void> {
  const [place] = await tx
    .select({
      name: sql<string>`current_database()::text`,
      hasQueue: sql<boolean>`to_regnamespace('pgboss') is not null`
    })
    .from(sql`(values (1)) one`);
  const database = sql.identifier(place?.name ?? '');
  const both = sql`${sql.identifier(application)}, ${sql.identifier(staff)}`;
  await tx.execute(sql`revoke create, temporary on database ${database} from public, ${both}`);
  await tx.execute(sql`grant temporary on database ${database} to ${sql.identifier(staff)}`);
  await tx.execute(sql`revoke create on schema public from public, ${both}`);
  await tx.execute(sql`grant usage on schema public to ${both}`);
  await tx.execute(sql`grant usage on schema drizzle to ${sql.identifier(staff)}`);
  if (place?.hasQueue !== true) return;
  await tx.execute(sql`grant usage on schema pgboss to ${sql.identifier(staff)}`);
  await tx.execute(sql`grant usage on all sequences in schema pgboss to ${sql.identifier(staff)}`);
}

/** Gives the program's roles what privileges.ts and learner-tables.ts list, and takes the rest from them. As the owner. */
export async function raiseWall(db: Executor, roles: WallRoles): Promise<void> {
  await db.transaction(async (tx) => {
    await setSurroundings(tx, roles);
    await setGrants(tx, roles);
    await setPolicies(tx, roles);
  });
}
