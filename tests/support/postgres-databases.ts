import postgres from 'postgres';

/** The address of another database on the same server. */
export function addressOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

/** A name that no other test run uses; letters, digits and underscores only. */
export function uniqueDatabaseName(purpose: string): string {
  return `footnote_${purpose}_${crypto.randomUUID().replaceAll('-', '')}`;
}

/** Creates a database, as a copy of `template` where one is named. Returns its address. */
export async function createDatabase(
  serverUrl: string,
  name: string,
  template = 'template0'
): Promise<string> {
  await onServer(serverUrl, `create database "${name}" template "${template}" encoding 'UTF8'`);
  return addressOf(serverUrl, name);
}

/** Drops a database, with the connections that are still open to it. */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await onServer(serverUrl, `drop database if exists "${name}" with (force)`);
}
