import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { connect } from './connect.ts';
import type { OwnersWork } from './index.ts';
import { openPostgresTextConnection } from './postgres-text-connection.ts';
import { requireNotNewer } from './schema-age.ts';
import { checkServerVersion } from './server-version.ts';
import { raiseWall } from './wall/raise-wall.ts';
import type { WallRoles } from './wall/roles.ts';

/** Any number, as long as every instance uses the same: the key of the advisory lock around migrations. */
const MIGRATION_LOCK = 7_203_114;

/** Whose connection changes the schema, and for whom the second wall is raised afterwards; null: there is none. */
type Migration = { ownerUrl: string; roles: WallRoles | null; ownersWork?: OwnersWork | undefined };

async function doAsOwner(ownerUrl: string, work: OwnersWork): Promise<void> {
  const connection = openPostgresTextConnection(ownerUrl);
  try {
    await work(connection);
  } finally {
    await connection.close();
  }
}

/**
 * Applies what is missing. One connection holds the lock for as long as its transaction is open, and the other one does
 * the work: so it holds behind a proxy too that lends connections by the transaction.
 */
export async function migrateAsOwner(
  migrationsFolder: string,
  { ownerUrl, roles, ownersWork }: Migration
): Promise<void> {
  const connection = connect(ownerUrl, { max: 2 });
  try {
    const [server] = await connection`select current_setting('server_version_num')::int as version`;
    checkServerVersion(Number(server?.['version']));
    await connection.begin(async (holder) => {
      await holder`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
      const db = drizzle(connection);
      await requireNotNewer(db, migrationsFolder);
      await migrate(db, { migrationsFolder });
      if (roles === null) return;
      if (ownersWork) await doAsOwner(ownerUrl, ownersWork);
      await raiseWall(db, roles);
    });
  } finally {
    await connection.end();
  }
}
