import { sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../index.ts';
import { privilegesOn, type Privilege } from './privileges.ts';
import type { WallRoles } from './roles.ts';

/** A privilege on a table, or on one column of it. */
export type Grant = {
  role: string;
  schema: string;
  table: string;
  privilege: string;
  column: string | null;
};

/** The schemas whose tables the program reads: ours, that of the queue of jobs, and the list of migrations. */
const SCHEMAS = sql`('public', 'pgboss', 'drizzle')`;

const QUEUE: readonly Privilege[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];

function wantedOn({ schema, table }: Pick<Grant, 'schema' | 'table'>, roles: WallRoles): Grant[] {
  const of = (role: string, privileges: readonly string[]) =>
    privileges.map((privilege) => ({ role, schema, table, privilege, column: null }));
  if (schema === 'pgboss') return of(roles.staff, QUEUE);
  if (schema === 'drizzle') return of(roles.staff, ['SELECT']);
  const { privileges, updates = [] } = privilegesOn(table);
  return [roles.application, roles.staff].flatMap((role) => [
    ...of(role, privileges),
    ...updates.map((column) => ({ role, schema, table, privilege: 'UPDATE', column }))
  ]);
}

/** Everything that the roles, or everybody (role `public`), have on tables and on columns. */
async function listGrants(db: Executor, { application, staff }: WallRoles): Promise<Grant[]> {
  const held = sql`(
    select n.nspname::text as schema, c.relname::text as name, null::text as part, a.grantee, a.privilege_type as privilege
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
    where c.relkind in ('r', 'p') and n.nspname in ${SCHEMAS}
    union all
    select n.nspname, c.relname, t.attname, a.grantee, a.privilege_type
    from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace,
      aclexplode(t.attacl) a
    where n.nspname in ${SCHEMAS}) held`;
  return db
    .select({
      role: sql<string>`coalesce(r.rolname::text, 'public')`,
      schema: sql<string>`held.schema`,
      table: sql<string>`held.name`,
      privilege: sql<string>`held.privilege`,
      column: sql<string | null>`held.part`
    })
    .from(sql`${held} left join pg_roles r on r.oid = held.grantee`)
    .where(sql`held.grantee = 0 or r.rolname in (${application}::text, ${staff}::text)`);
}

function listTables(db: Executor): Promise<Pick<Grant, 'schema' | 'table'>[]> {
  return (
    db
      .select({ schema: sql<string>`n.nspname::text`, table: sql<string>`c.relname::text` })
      .from(sql`pg_class c join pg_namespace n on n.oid = c.relnamespace`)
      // Partitions are reached through the whole: rights on one of them would lead around its policies.
      .where(
        sql`c.relkind in ('r', 'p') and n.nspname in ${SCHEMAS} and not (c.relispartition and n.nspname = 'public')`
      )
      .orderBy(sql`1, 2`)
  );
}

const keyOf = ({ role, schema, table, privilege, column }: Grant) =>
  JSON.stringify([role, schema, table, privilege, column]);

/** What the roles have too little and too much, by the list in privileges.ts. */
export async function compareGrants(
  db: Executor,
  roles: WallRoles
): Promise<{ missing: Grant[]; excess: Grant[] }> {
  const wanted = (await listTables(db)).flatMap((table) => wantedOn(table, roles));
  const held = await listGrants(db, roles);
  const among = (grants: Grant[]) => {
    const keys = new Set(grants.map(keyOf));
    return (grant: Grant) => keys.has(keyOf(grant));
  };
  const isHeld = among(held);
  const isWanted = among(wanted);
  return {
    missing: wanted.filter((grant) => !isHeld(grant)),
    excess: held.filter((grant) => !isWanted(grant))
  };
}

const WORDS: Record<string, SQL> = {
  SELECT: sql`select`,
  INSERT: sql`insert`,
  UPDATE: sql`update`,
  DELETE: sql`delete`,
  TRUNCATE: sql`truncate`,
  REFERENCES: sql`references`,
  TRIGGER: sql`trigger`
};

/** The words of a GRANT or REVOKE between the verb and the role. */
export function wordsOf({ schema, table, privilege, column }: Grant): SQL {
  const on = sql`on ${sql.identifier(schema)}.${sql.identifier(table)}`;
  // MAINTAIN (PostgreSQL 17), and what is still to come: all of it goes.
  const words = WORDS[privilege] ?? sql`all`;
  return column === null ? sql`${words} ${on}` : sql`${words} (${sql.identifier(column)}) ${on}`;
}
