import postgres from 'postgres';

/** The address of another database on the same server. */
function addressOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Something to do as the user who may create databases. */
export async function onServer(
  serverUrl: string,
  work: (sql: postgres.Sql) => Promise<unknown>
): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

/** A name that no other test run uses. */
export function uniqueDatabaseName(purpose: string): string {
  return `footnote_${purpose}_${crypto.randomUUID().replaceAll('-', '')}`;
}

/** Gives a database to another role. */
export async function giveDatabase(serverUrl: string, name: string, owner: string): Promise<void> {
  await onServer(serverUrl, (sql) => sql`alter database ${sql(name)} owner to ${sql(owner)}`);
}

/** Creates a database, as a copy of `template` where one is named. Returns its address. */
export async function createDatabase(
  serverUrl: string,
  name: string,
  template = 'template0'
): Promise<string> {
  await onServer(
    serverUrl,
    (sql) => sql`create database ${sql(name)} template ${sql(template)} encoding 'UTF8'`
  );
  return addressOf(serverUrl, name);
}

/** Drops a database, with the connections that are still open to it. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
}
