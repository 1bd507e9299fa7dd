import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { institutionIdentities, institutions } from '../db/schema/identity-factor.ts';

/** What an institution is for a sign-in or its form. */
const COLUMNS = {
  id: institutions.id,
  name: institutions.name,
  issuer: institutions.issuer,
  clientId: institutions.clientId,
  sealedSecret: institutions.sealedSecret,
  rules: institutions.roleRules,
  makesAccounts: institutions.makesAccounts,
  vouchesForSecondFactor: institutions.vouchesForSecondFactor,
  revision: institutions.revision,
  disabledAt: institutions.disabledAt
};

/** An institution as it is stored; the secret is sealed. */
export type InstitutionRow = NonNullable<Awaited<ReturnType<typeof selectOptionalInstitution>>>;

/** All of them by name, each with how many people are connected to it. */
export function listInstitutionRows(db: Executor) {
  return db
    .select({
      id: institutions.id,
      name: institutions.name,
      issuer: institutions.issuer,
      disabledAt: institutions.disabledAt,
      people: sql<number>`count(${institutionIdentities.personId})::integer`
    })
    .from(institutions)
    .leftJoin(institutionIdentities, eq(institutionIdentities.institutionId, institutions.id))
    .groupBy(institutions.id)
    .orderBy(asc(sql`lower(${institutions.name})`), asc(institutions.id));
}

/** Those at which one can sign in, by name. */
export function listOpenInstitutions(db: Executor) {
  return db
    .select({ id: institutions.id, name: institutions.name })
    .from(institutions)
    .where(isNull(institutions.disabledAt))
    .orderBy(asc(sql`lower(${institutions.name})`), asc(institutions.id));
}

/** One of them, switched on or off, or null. */
export async function selectOptionalInstitution(db: Executor, id: string) {
  const [row] = await db.select(COLUMNS).from(institutions).where(eq(institutions.id, id));
  return row ?? null;
}

/** One of them, locked until the transaction ends, or null. */
export async function lockOptionalInstitution(tx: Executor, id: string) {
  const [row] = await tx.select(COLUMNS).from(institutions).where(eq(institutions.id, id)).for('update');
  return row ?? null;
}

/** Whether anybody is connected to it: then its issuer is who they are there. */
export async function selectInstitutionInUse(db: Executor, institutionId: string): Promise<boolean> {
  const rows = await db
    .select({ subject: institutionIdentities.subject })
    .from(institutionIdentities)
    .where(eq(institutionIdentities.institutionId, institutionId))
    .limit(1);
  return rows.length > 0;
}

/** The institution that has this issuer, or null. */
export async function selectOptionalIssuer(db: Executor, issuer: string): Promise<string | null> {
  const [row] = await db
    .select({ id: institutions.id })
    .from(institutions)
    .where(eq(institutions.issuer, issuer));
  return row?.id ?? null;
}

/** Writes one; false where another has its issuer. */
export async function insertInstitution(
  tx: Executor,
  row: typeof institutions.$inferInsert
): Promise<boolean> {
  const rows = await tx
    .insert(institutions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: institutions.id });
  return rows.length > 0;
}

/** Changes one, and counts its revision. */
export async function updateInstitution(
  tx: Executor,
  { id, ...changed }: Partial<typeof institutions.$inferInsert> & { id: string; updatedAt: Date }
): Promise<void> {
  await tx
    .update(institutions)
    .set({ ...changed, revision: sql`${institutions.revision} + 1` })
    .where(eq(institutions.id, id));
}
