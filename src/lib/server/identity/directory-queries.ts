import { and, asc, count, eq, ilike, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { people, personRoles, profiles } from '../db/schema/identity.ts';

const summary = {
  id: people.id,
  email: people.email,
  givenName: profiles.givenName,
  familyName: profiles.familyName,
  credentials: profiles.credentials,
  profession: profiles.profession,
  createdAt: people.createdAt,
  disabledAt: people.disabledAt
};

/** Who was not erased, and whose name or address contains the text, without regard to case; `%` and `_` stand for themselves. */
function matches(search: string) {
  const isSomebody = isNull(people.erasedAt);
  if (search === '') return isSomebody;
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const name = sql`${profiles.givenName} || ' ' || ${profiles.familyName}`;
  return and(isSomebody, or(ilike(people.email, pattern), ilike(name, pattern)));
}

/** How many people match. */
export async function selectPeopleCount(db: Executor, search: string): Promise<number> {
  const rows = await db
    .select({ total: count() })
    .from(people)
    .innerJoin(profiles, eq(profiles.personId, people.id))
    .where(matches(search));
  return rows[0]?.total ?? 0;
}

/** A page of those who match, by family name. */
export function listPeople(db: Executor, input: { search: string; limit: number; offset: number }) {
  return db
    .select(summary)
    .from(people)
    .innerJoin(profiles, eq(profiles.personId, people.id))
    .where(matches(input.search))
    .orderBy(asc(sql`lower(${profiles.familyName})`), asc(sql`lower(${profiles.givenName})`), asc(people.id))
    .limit(input.limit)
    .offset(input.offset);
}

/** The roles of several people. */
export function listRoles(db: Executor, personIds: string[]) {
  return db
    .select({ personId: personRoles.personId, role: personRoles.role })
    .from(personRoles)
    .where(inArray(personRoles.personId, personIds));
}

/** One person with what an admin sees, or null. */
export async function selectOptionalPersonDetail(db: Executor, personId: string) {
  const rows = await db
    .select({ ...summary, specialty: profiles.specialty, country: profiles.country, npi: profiles.npi })
    .from(people)
    .innerJoin(profiles, eq(profiles.personId, people.id))
    .where(eq(people.id, personId));
  return rows[0] ?? null;
}
