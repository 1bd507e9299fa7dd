import { PEOPLE_A_PAGE } from '#lib/domain/identity/person-summary.ts';
import type { PersonDetail, PersonSummary } from '#lib/domain/identity/person-summary.ts';
import { professionLabel } from '#lib/domain/identity/profession.ts';
import { isRole, ROLES } from '#lib/domain/identity/role.ts';
import type { Role } from '#lib/domain/identity/role.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { listPeople, listRoles, selectOptionalPersonDetail, selectPeopleCount } from './directory-queries.ts';

type Row = Awaited<ReturnType<typeof listPeople>>[number];

function toSummary(row: Row, roles: Role[]): PersonSummary {
  const name = `${row.givenName} ${row.familyName}`.trim();
  return {
    id: row.id,
    name: row.credentials === '' ? name : `${name}, ${row.credentials}`,
    email: row.email,
    profession: professionLabel(row.profession),
    roles,
    joinedOn: calendarDayOf(row.createdAt),
    isDisabled: row.disabledAt !== null
  };
}

async function rolesOf(db: Executor, personIds: string[]): Promise<Map<string, Role[]>> {
  const rows = personIds.length === 0 ? [] : await listRoles(db, personIds);
  const held = (id: string) => rows.filter((row) => row.personId === id).map((row) => row.role);
  // In the order of ROLES, whatever the database's.
  return new Map(personIds.map((id) => [id, ROLES.filter((role) => held(id).filter(isRole).includes(role))]));
}

/** A page of the people whose name or address contains `search`. `page` counts from 1; beyond the last there is nobody. */
export async function readPeople(
  db: Executor,
  { search, page }: { search: string; page: number }
): Promise<{ people: PersonSummary[]; total: number; pages: number }> {
  const total = await selectPeopleCount(db, search);
  const offset = (page - 1) * PEOPLE_A_PAGE;
  const rows = await listPeople(db, { search, limit: PEOPLE_A_PAGE, offset });
  const roles = await rolesOf(
    db,
    rows.map((row) => row.id)
  );
  const people = rows.map((row) => toSummary(row, roles.get(row.id) ?? []));
  return { people, total, pages: Math.max(1, Math.ceil(total / PEOPLE_A_PAGE)) };
}

/** One person as an admin sees them, or null. */
export async function readPerson(db: Executor, personId: string): Promise<PersonDetail | null> {
  const row = await selectOptionalPersonDetail(db, personId);
  if (row === null) return null;
  const roles = await rolesOf(db, [personId]);
  const { specialty, country, npi } = row;
  return { ...toSummary(row, roles.get(personId) ?? []), specialty, country, npi };
}
