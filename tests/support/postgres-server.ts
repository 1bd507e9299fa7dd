import postgres from 'postgres';
import { startPostgresCluster, type PostgresServer } from './postgres-cluster.ts';

const OLDEST = 150_000;

/** Whether the server at `url` is new enough and lets us create databases and roles of our own. */
async function isUsable(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [row] = await sql`
      select (rolcreatedb and rolcreaterole or rolsuper) as allowed, current_setting('server_version_num')::int as version
      from pg_roles where rolname = current_user`;
    return row?.['allowed'] === true && Number(row['version']) >= OLDEST;
  } finally {
    await sql.end();
  }
}

/**
 * The server that the tests run on: `TEST_DATABASE_URL`, which must work; else the one of `DATABASE_URL`, if it lets us
 * create databases and roles (its own database is never touched); else a cluster of our own.
 */
export async function startPostgresServer(): Promise<PostgresServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    if (await isUsable(given)) return { url: given, stop: () => {} };
    throw new Error(
      'TEST_DATABASE_URL must be PostgreSQL 15 or later, as a user who may create databases and roles.'
    );
  }
  const configured = process.env['DATABASE_URL'];
  if (configured && (await isUsable(configured).catch(() => false)))
    return { url: configured, stop: () => {} };
  return startPostgresCluster();
}
