import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import { people, profiles } from '../../db/schema/identity.ts';
import { reportExportParts, reportExports, reportSchedules } from '../../db/schema/report-export.ts';

const table = reportExports;

type NewExport = Pick<
  typeof table.$inferInsert,
  | 'id'
  | 'way'
  | 'requestedBy'
  | 'apiTokenId'
  | 'scheduleId'
  | 'reason'
  | 'query'
  | 'format'
  | 'fileName'
  | 'createdAt'
>;

/** Puts a file on record that is to be made. */
export async function insertWaitingExport(tx: Executor, row: NewExport): Promise<void> {
  await tx.insert(table).values({ ...row, state: 'waiting' });
}

/** Files that a job makes, not those that stream to somebody who waits. */
const isMade = inArray(table.way, ['background', 'schedule']);

/** What a maker works by: `startedAt` tells its own claim from that of a later one. */
const claim = {
  id: table.id,
  way: table.way,
  requestedBy: table.requestedBy,
  scheduleId: table.scheduleId,
  reason: table.reason,
  query: table.query,
  format: table.format,
  fileName: table.fileName,
  createdAt: table.createdAt,
  cancelAskedAt: table.cancelAskedAt
};

/** The oldest file that nobody makes; one that runs is an orphan, since one maker works at a time. Null: none. */
export async function lockOptionalNextExport(tx: Executor) {
  const [row] = await tx
    .select(claim)
    .from(table)
    .where(and(isMade, inArray(table.state, ['waiting', 'running'])))
    .orderBy(asc(table.createdAt), asc(table.id))
    .limit(1)
    .for('update', { skipLocked: true });
  return row ?? null;
}

export type Claimed = NonNullable<Awaited<ReturnType<typeof lockOptionalNextExport>>> & { startedAt: Date };

/** Begins a file from nothing: whatever an earlier attempt left is removed. */
export async function updateClaimed(
  tx: Executor,
  { id, startedAt, rowsExpected }: { id: string; startedAt: Date; rowsExpected: number }
): Promise<void> {
  await tx.delete(reportExportParts).where(eq(reportExportParts.exportId, id));
  await tx
    .update(table)
    .set({ state: 'running', startedAt, rowsExpected, rowsWritten: 0 })
    .where(eq(table.id, id));
}

const isMine = ({ id, startedAt }: Pick<Claimed, 'id' | 'startedAt'>) =>
  and(eq(table.id, id), eq(table.state, 'running'), eq(table.startedAt, startedAt));

/** Writes how far it is. Null: the claim is another one's by now; else whether it was asked to end. */
export async function updateRowsWritten(tx: Executor, claimed: Claimed, rowsWritten: number) {
  const [row] = await tx
    .update(table)
    .set({ rowsWritten })
    .where(isMine(claimed))
    .returning({ isCancelled: isNotNull(table.cancelAskedAt) });
  return row ? { isCancelled: row.isCancelled === true } : null;
}

/** Adds a piece of the file. */
export async function insertPart(
  tx: Executor,
  part: { exportId: string; ordinal: number; content: Uint8Array }
): Promise<void> {
  await tx.insert(reportExportParts).values(part);
}

/** How a file ended, or that it is to be made later after all. */
type Ended =
  | {
      state: 'finished';
      rowsWritten: number;
      bytes: number;
      sha256: string;
      finishedAt: Date;
      keptUntil: Date;
    }
  | { state: 'failed'; failure: string; finishedAt: Date }
  | { state: 'cancelled'; rowsWritten: number; finishedAt: Date }
  | { state: 'waiting'; rowsWritten: 0; startedAt: null };

/** Writes how it ended; what is not finished keeps no piece. False: the claim is another one's by now. */
export async function updateEnded(tx: Executor, claimed: Claimed, ended: Ended): Promise<boolean> {
  const [row] = await tx.update(table).set(ended).where(isMine(claimed)).returning({ id: table.id });
  if (row && ended.state !== 'finished')
    await tx.delete(reportExportParts).where(eq(reportExportParts.exportId, claimed.id));
  return row !== undefined;
}

/** Asks for the end of a file that is not finished: at once where nobody makes it yet. Null: it is over already. */
export async function updateCancelAsked(tx: Executor, id: string, now: Date) {
  const underWay = and(eq(table.id, id), isMade, inArray(table.state, ['waiting', 'running']));
  const waits = eq(table.state, 'waiting');
  const [row] = await tx
    .update(table)
    .set({
      cancelAskedAt: now,
      state: sql`case when ${waits} then 'cancelled' else ${table.state} end`,
      finishedAt: sql`case when ${waits} then ${now.toISOString()}::timestamptz end`
    })
    .where(underWay)
    .returning({ state: table.state });
  return row ?? null;
}

const name = sql<string | null>`nullif(btrim(${profiles.givenName} || ' ' || ${profiles.familyName}), '')`;

const entry = {
  id: table.id,
  way: table.way,
  state: table.state,
  fileName: table.fileName,
  format: table.format,
  query: table.query,
  reason: table.reason,
  requestedBy: sql<string | null>`coalesce(${name}, ${people.email})`,
  scheduleId: table.scheduleId,
  scheduleName: reportSchedules.name,
  rowsExpected: table.rowsExpected,
  rowsWritten: table.rowsWritten,
  bytes: table.bytes,
  sha256: table.sha256,
  failure: table.failure,
  createdAt: table.createdAt,
  startedAt: table.startedAt,
  finishedAt: table.finishedAt,
  cancelAskedAt: table.cancelAskedAt,
  keptUntil: table.keptUntil,
  removedAt: table.removedAt
};

const entries = (db: Executor) =>
  db
    .select(entry)
    .from(table)
    .leftJoin(people, eq(people.id, table.requestedBy))
    .leftJoin(profiles, eq(profiles.personId, table.requestedBy))
    .leftJoin(reportSchedules, eq(reportSchedules.id, table.scheduleId));

/** One file, or null where there is none of that id. */
export async function selectOptionalExport(db: Executor, id: string) {
  const [row] = await entries(db).where(eq(table.id, id));
  return row ?? null;
}

/** A page of all files, the newest first; `beyond`: the last one of the page before. */
export async function listExportEntries(
  db: Executor,
  { beyond, limit, scheduleId }: { beyond: string | null; limit: number; scheduleId?: string }
) {
  const there = sql`(select o.created_at, o.id from ${table} o where o.id = ${beyond})`;
  return entries(db)
    .where(
      and(
        beyond === null ? undefined : sql`(${table.createdAt}, ${table.id}) < ${there}`,
        scheduleId === undefined ? undefined : eq(table.scheduleId, scheduleId)
      )
    )
    .orderBy(desc(table.createdAt), desc(table.id))
    .limit(limit);
}

/** A piece of a file, or null where it is not there (any more). */
export async function selectOptionalPart(
  db: Executor,
  exportId: string,
  ordinal: number
): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ content: reportExportParts.content })
    .from(reportExportParts)
    .where(and(eq(reportExportParts.exportId, exportId), eq(reportExportParts.ordinal, ordinal)));
  return row?.content ?? null;
}

/** A file whose days are over and whose pieces are still there; null: none. */
export async function lockOptionalExpiredExport(tx: Executor, now: Date) {
  const [row] = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(lte(table.keptUntil, now), isNull(table.removedAt)))
    .orderBy(asc(table.keptUntil))
    .limit(1)
    .for('update', { skipLocked: true });
  return row ?? null;
}

/** Removes the pieces of a file. */
export async function deleteParts(tx: Executor, id: string, removedAt: Date): Promise<void> {
  await tx.delete(reportExportParts).where(eq(reportExportParts.exportId, id));
  await tx.update(table).set({ removedAt }).where(eq(table.id, id));
}
