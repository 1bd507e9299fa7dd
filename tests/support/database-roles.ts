import { giveDatabase, onServer } from './postgres-databases.ts';

/** The owner of a database, and the role that the program runs with; a third one, by its name, is that of staff. */
export type DatabaseRoles = { owner: string; application: string; password: string };

const staffOf = ({ application }: DatabaseRoles) => `${application}_staff`;

/** As docs/operations-security.md has an operator make them; names that no other test run uses. */
export async function makeDatabaseRoles(serverUrl: string): Promise<DatabaseRoles> {
  const password = crypto.randomUUID().replaceAll('-', '').slice(0, 12);
  const roles = { owner: `footnote_owner_${password}`, application: `footnote_app_${password}`, password };
  await onServer(serverUrl, async (sql) => {
    // eslint-disable-next-line no-restricted-syntax -- CREATE ROLE takes no parameters; the password is ours
    const login = sql.unsafe(`login password '${password}'`);
    await sql`create role ${sql(roles.owner)} ${login}`;
    await sql`create role ${sql(roles.application)} noinherit ${login}`;
    await sql`create role ${sql(staffOf(roles))} nologin`;
    await sql`grant ${sql(staffOf(roles))} to ${sql(roles.application)}`;
    // Who is no superuser gives databases only to roles that they could be themselves.
    await sql`grant ${sql(roles.owner)} to current_user`;
  });
  return roles;
}

/** Once nothing is left that belongs to them. */
export async function dropDatabaseRoles(serverUrl: string, roles: DatabaseRoles): Promise<void> {
  await onServer(serverUrl, async (sql) => {
    for (const role of [staffOf(roles), roles.application, roles.owner]) {
      await sql`drop role if exists ${sql(role)}`;
    }
  });
}

function addressAs(url: string, role: string, password: string): string {
  const address = new URL(url);
  address.username = role;
  address.password = password;
  return address.href;
}

/** The addresses of a database as the program takes them, once it belongs to the owner. */
export async function giveToRoles(serverUrl: string, url: string, roles: DatabaseRoles) {
  await giveDatabase(serverUrl, new URL(url).pathname.slice(1), roles.owner);
  return {
    DATABASE_URL: addressAs(url, roles.application, roles.password),
    MIGRATION_DATABASE_URL: addressAs(url, roles.owner, roles.password)
  };
}
