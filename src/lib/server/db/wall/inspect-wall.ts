import { sql } from 'drizzle-orm';
import type { Executor } from '../index.ts';
import { compareGrants, type Grant } from './grants.ts';
import { comparePolicies } from './policies.ts';
import { readWallRoles, type WallRoles } from './roles.ts';

/** What is asked of the wall, in words for people, and what is wrong with it: nothing, where it holds. */
export type WallFinding = { question: string; faults: string[] };

async function listOwned(db: Executor, { application, staff }: WallRoles): Promise<string[]> {
  const rows = await db
    .select({ owned: sql<string>`'table ' || c.oid::regclass::text` })
    .from(sql`pg_class c`)
    .where(
      sql`c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and c.relpersistence <> 't'
        and pg_get_userbyid(c.relowner) in (${application}::text, ${staff}::text)
        union all
        select 'function ' || p.oid::regprocedure::text from pg_proc p
        where pg_get_userbyid(p.proowner) in (${application}::text, ${staff}::text)
        union all
        select 'schema ' || n.nspname from pg_namespace n
        where pg_get_userbyid(n.nspowner) in (${application}::text, ${staff}::text) and n.nspname !~ '^pg_'
        union all
        select 'database ' || d.datname from pg_database d
        where pg_get_userbyid(d.datdba) in (${application}::text, ${staff}::text)`
    );
  return rows.map(({ owned }) => owned);
}

/** Attributes that go past everything that is granted, and roles whose rights come on top. */
async function listAttributes(db: Executor, { application, staff }: WallRoles): Promise<string[]> {
  const rows = await db
    .select({ fault: sql<string>`r.rolname || ' has ' || a.name` })
    .from(
      sql`pg_roles r, lateral (values ('SUPERUSER', r.rolsuper), ('BYPASSRLS', r.rolbypassrls),
        ('CREATEROLE', r.rolcreaterole), ('CREATEDB', r.rolcreatedb), ('REPLICATION', r.rolreplication)) a (name, has)`
    )
    .where(
      sql`a.has and r.rolname in (${application}::text, ${staff}::text)
        union all
        select ${application}::text || ' is a member of ' || r.rolname from pg_roles r
        where r.rolname not in (${application}::text, ${staff}::text) and pg_has_role(${application}::text, r.oid, 'member')
        union all
        select ${application}::text || ' has the rights of ' || ${staff}::text || ' without taking that role on'
        where pg_has_role(${application}::text, ${staff}::text, 'usage')`
    );
  return rows.map(({ fault }) => fault);
}

async function listCreating(db: Executor, roles: WallRoles): Promise<string[]> {
  const rows = await db
    .select({ fault: sql<string>`r.rolname || ' may create in ' || w.place` })
    .from(
      sql`pg_roles r, lateral (
        select 'the database' as place where has_database_privilege(r.oid, current_database(), 'create')
        union all
        select 'schema ' || n.nspname from pg_namespace n
        where n.nspname !~ '^pg_' and has_schema_privilege(r.oid, n.oid, 'create')) w`
    )
    .where(sql`r.rolname in (${roles.application}::text, ${roles.staff}::text)`);
  return rows.map(({ fault }) => fault);
}

const describe = ({ role, schema, table, privilege, column }: Grant) =>
  `${role}: ${privilege} on ${schema}.${table}${column === null ? '' : ` (${column})`}`;

async function inspectTables(db: Executor, roles: WallRoles): Promise<WallFinding[]> {
  const { missing, excess } = await compareGrants(db, roles);
  const { open, ...policies } = await comparePolicies(db, roles);
  const ofTable = (verb: string) => (each: { table: string }) => `${each.table} ${verb}`;
  return [
    { question: 'no more on tables than is listed', faults: excess.map(describe) },
    { question: 'all on tables that the program needs', faults: missing.map(describe) },
    {
      question: 'row-level security on every table of learners’ data',
      faults: [
        ...open.map((table) => `${table} is open`),
        ...policies.missing.map(ofTable('lacks a policy')),
        ...policies.excess.map(ofTable('has a policy that is not ours'))
      ]
    }
  ];
}

/**
 * Goes through the catalogue as the program's own connection sees it: whether its roles are as little as they are meant to
 * be. Null: there is no second wall, since the program signs in as the owner or as a role without its other half.
 */
export async function inspectWall(db: Executor): Promise<WallFinding[] | null> {
  const roles = await readWallRoles(db);
  if (roles === null) return null;
  return [
    { question: 'owns nothing', faults: await listOwned(db, roles) },
    { question: 'no attribute or membership beyond its own', faults: await listAttributes(db, roles) },
    { question: 'creates nothing', faults: await listCreating(db, roles) },
    ...(await inspectTables(db, roles))
  ];
}
