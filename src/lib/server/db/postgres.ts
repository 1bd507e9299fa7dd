import { drizzle } from 'drizzle-orm/postgres-js';
import { meters } from '../watch/meters.ts';
import { bulkOnPostgres } from './bulk/postgres-bulk.ts';
import { connect } from './connect.ts';
import { copyRowsFrom } from './copy-rows.ts';
import type { Database } from './index.ts';
import { migrateAsOwner } from './migrate-postgres.ts';
import { observePostgres } from './observe-postgres.ts';
import { openPostgresTextConnection } from './postgres-text-connection.ts';
import { preparing } from './prepare-statements.ts';
import { openReplica } from './replica/open-replica.ts';
import { requireOwnersDatabase } from './same-database.ts';
import { requireMigrated } from './schema-age.ts';
import { UnsuitableServer } from './server-version.ts';
import { countStatements } from './statement-count.ts';
import { executorFor } from './wall/person-executor.ts';
import { readWallRoles, staffRoleOf, type WallRoles } from './wall/roles.ts';
import { openSeats } from './wall/seats.ts';

/** stack.md: a pool of 8 to 10 suits two cores. */
const POOL_SIZE = 10;

/**
 * `url`: the program's. `ownerUrl`: of the role that the tables belong to; null: the program's own role, or not told.
 * `replicaUrl`: of replicas for reports, as the program's role; null: there are none.
 */
export type PostgresAddresses = { url: string; ownerUrl: string | null; replicaUrl: string | null };

/** Host, port and database of a connection string, without user and password. */
function describe(url: string): string {
  const { host, pathname } = new URL(url);
  return `PostgreSQL at ${host || 'a local socket'}${pathname}`;
}

const nameIn = (url: string) => decodeURIComponent(new URL(url).username);

/** The roles of the second wall where both are there. Throws where the owner's address asks for a wall without them. */
async function findWall({ url, ownerUrl }: PostgresAddresses): Promise<WallRoles | null> {
  const connection = connect(url, { max: 1 });
  const roles = await readWallRoles(drizzle(connection)).finally(() => connection.end());
  if (roles !== null || ownerUrl === null) return roles;
  const name = nameIn(url);
  throw new UnsuitableServer(
    'MIGRATION_DATABASE_URL is set, so the program is meant to run with less than the owner’s rights. For that the role in ' +
      `DATABASE_URL needs its other half: create role "${staffRoleOf(name)}" nologin; ` +
      `grant "${staffRoleOf(name)}" to "${name}"; docs/operations-security.md has all of it.`
  );
}

/** An address whose connections take on a role as soon as they are made. */
function asRole(url: string, role: string): string {
  const address = new URL(url);
  address.searchParams.set('role', role);
  return address.href;
}

function openPool(url: string, replicaUrl: string | null) {
  const { count, load } = countStatements(POOL_SIZE);
  const client = observePostgres(preparing(connect(url, { max: POOL_SIZE })), count);
  meters().pools.add('shared', load);
  const db = drizzle(client);
  const streamRows = copyRowsFrom(url);
  const replica = replicaUrl === null ? null : openReplica(replicaUrl, { client, streamRows });
  return {
    description: describe(url),
    db,
    openTextConnection: () => openPostgresTextConnection(url),
    streamRows,
    replica,
    close: async () => {
      await Promise.all([client.end({ timeout: 5 }), replica?.close()]);
    }
  };
}

/** One role for everything: whoever asks, the program sees all. */
function openOpenly({ url, replicaUrl }: PostgresAddresses): Database {
  const pool = openPool(url, replicaUrl);
  return {
    ...pool,
    hasWall: false,
    inBulk: bulkOnPostgres(url),
    forPerson: () => pool.db,
    migrate: (folder) => migrateAsOwner(folder, { ownerUrl: url, roles: null }),
    migratePart: (folder) => migrateAsOwner(folder, { ownerUrl: url, roles: null })
  };
}

function openBehindWall({ url, ownerUrl, replicaUrl }: PostgresAddresses, roles: WallRoles): Database {
  const staffUrl = asRole(url, roles.staff);
  const pool = openPool(staffUrl, replicaUrl && asRole(replicaUrl, roles.staff));
  const seats = openSeats(url, POOL_SIZE);
  return {
    ...pool,
    hasWall: true,
    inBulk: bulkOnPostgres(ownerUrl ?? staffUrl),
    forPerson: (person) => executorFor(seats, person),
    migrate: (folder, ownersWork) =>
      ownerUrl === null
        ? requireMigrated(pool.db, folder)
        : migrateAsOwner(folder, { ownerUrl, roles, ownersWork }),
    migratePart: (folder) => migrateAsOwner(folder, { ownerUrl: ownerUrl ?? staffUrl, roles: null }),
    close: async () => {
      await Promise.all([pool.close(), seats.close()]);
    }
  };
}

/** Connects to PostgreSQL 15 or later, behind the second wall where the roles for it are there. */
export async function openPostgres(addresses: PostgresAddresses): Promise<Database> {
  const { url, ownerUrl } = addresses;
  if (ownerUrl !== null) await requireOwnersDatabase(url, ownerUrl);
  const roles = await findWall(addresses);
  return roles === null ? openOpenly(addresses) : openBehindWall(addresses, roles);
}
