import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { ERASED_NAME, erasedAddress, NO_COUNTRY } from '#lib/domain/privacy/erasure.ts';
import type { Executor } from '../db/index.ts';
import { attempts } from '../db/schema/attempt.ts';
import { certificates } from '../db/schema/certificate.ts';
import { completions, credits } from '../db/schema/credit.ts';
import { people, profiles } from '../db/schema/identity.ts';
import { erasures } from '../db/schema/privacy.ts';
import { THEIR_TABLES, type TheirTable } from './their-tables.ts';

/** Writes that somebody is to be erased; false: it was written before. */
export async function insertErasure(tx: Executor, row: typeof erasures.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(erasures)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: erasures.personId });
  return rows.length > 0;
}

/** Nobody signs in to the account any more. */
export async function updateDisabled(tx: Executor, personId: string, now: Date): Promise<void> {
  await tx
    .update(people)
    .set({ disabledAt: now })
    .where(and(eq(people.id, personId), isNull(people.disabledAt)));
}

/** Locks the erasure that waits longest and that nobody works at; null: there is none. */
export async function lockOptionalErasure(tx: Executor) {
  const [row] = await tx
    .select({ personId: erasures.personId })
    .from(erasures)
    .where(isNull(erasures.finishedAt))
    .orderBy(asc(erasures.requestedAt))
    .limit(1)
    .for('update', { skipLocked: true });
  return row ?? null;
}

/** The ids of all who were erased or wait for it, in the order in which it was asked. */
export async function listErased(db: Executor): Promise<string[]> {
  const rows = await db
    .select({ personId: erasures.personId })
    .from(erasures)
    .orderBy(asc(erasures.requestedAt), asc(erasures.personId));
  return rows.map(({ personId }) => personId);
}

/** Replaces the holder in frozen records, the one way past their triggers (migration 0034). */
export async function eraseHolder(tx: Executor, personId: string): Promise<void> {
  await tx.execute(sql`select erase_holder(${personId})`);
}

/** Makes account and profile those of a pseudonym. `keepsProfession`: counts by profession rest on it for now. */
export async function updateToPseudonym(
  tx: Executor,
  { personId, keepsProfession, now }: { personId: string; keepsProfession: boolean; now: Date }
): Promise<void> {
  await tx
    .update(people)
    .set({ email: erasedAddress(personId), passwordHash: null, emailVerifiedAt: null, erasedAt: now })
    .where(eq(people.id, personId));
  await tx
    .update(profiles)
    .set({
      givenName: '',
      familyName: ERASED_NAME,
      credentials: '',
      specialty: '',
      country: NO_COUNTRY,
      npi: null,
      updatedAt: now,
      ...(keepsProfession ? {} : { profession: '' })
    })
    .where(eq(profiles.personId, personId));
}

/** Takes marks and struck options out of forms that were drawn. */
export async function clearMarks(tx: Executor, personId: string): Promise<void> {
  await tx.execute(sql`update attempt_items set flagged = false, ruled_out = '[]'::jsonb
    where attempt_id in (select id from attempts where person_id = ${personId})
      and (flagged or ruled_out <> '[]'::jsonb)`);
}

/** Lets tokens of the person go from the exports that they fetched: the exports stay on record. */
export async function detachTokens(tx: Executor, personId: string): Promise<void> {
  await tx.execute(sql`update report_exports set api_token_id = null
    where api_token_id in (select id from api_tokens where owner_id = ${personId})`);
}

/** Removes the rows of one of the tables that erasure empties. Names come from our own list. */
async function deleteRows(
  tx: Executor,
  { table, column, through }: TheirTable,
  personId: string
): Promise<void> {
  const [rows, key] = [sql.identifier(table), sql.identifier(column)];
  const whose =
    through === undefined
      ? sql`${key} = ${personId}`
      : sql`${key} in (select id from ${sql.identifier(through)} where person_id = ${personId})`;
  await tx.execute(sql`delete from ${rows} where ${whose}`);
}

/** Removes everything of which the list of tables says so. */
export async function deleteTheirRows(tx: Executor, personId: string): Promise<void> {
  const removed = THEIR_TABLES.filter(({ whenErased }) => whenErased === 'removed');
  for (const table of removed) await deleteRows(tx, table, personId);
}

/** The records of a person by their kind in the audit log. */
export async function selectAuditedRecords(
  tx: Executor,
  personId: string
): Promise<Record<string, string[]>> {
  const idsOf = async (table: typeof attempts | typeof completions | typeof credits | typeof certificates) =>
    (await tx.select({ id: table.id }).from(table).where(eq(table.personId, personId))).map(({ id }) => id);
  return {
    attempt: await idsOf(attempts),
    completion: await idsOf(completions),
    credit: await idsOf(credits),
    certificate: await idsOf(certificates)
  };
}

/** Writes that the erasure is over: from now on its frozen records cannot be touched any more. */
export async function updateFinished(tx: Executor, personId: string, now: Date): Promise<void> {
  await tx.update(erasures).set({ finishedAt: now }).where(eq(erasures.personId, personId));
}

/** Which of these ids are people who were not erased. */
export async function listNotErased(db: Executor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, ids), isNull(people.erasedAt)));
  return rows.map(({ id }) => id);
}
