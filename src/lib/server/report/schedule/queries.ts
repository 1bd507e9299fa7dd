import { and, asc, eq, isNull, lte } from 'drizzle-orm';
import type { Cadence } from '#lib/domain/report/schedule/next-runs.ts';
import type { ScheduleEntry } from '#lib/domain/report/schedule/schedule.ts';
import type { Executor } from '../../db/index.ts';
import { people, personRoles, profiles } from '../../db/schema/identity.ts';
import { reportScheduleRecipients, reportSchedules } from '../../db/schema/report-export.ts';

const table = reportSchedules;

/** Puts a schedule on record. */
export async function insertSchedule(tx: Executor, row: typeof table.$inferInsert): Promise<void> {
  await tx.insert(table).values(row);
}

/** Puts down who is told. */
export async function insertRecipients(tx: Executor, scheduleId: string, personIds: string[]): Promise<void> {
  const rows = personIds.map((personId) => ({ scheduleId, personId }));
  await tx.insert(reportScheduleRecipients).values(rows).onConflictDoNothing();
}

const columns = {
  id: table.id,
  name: table.name,
  query: table.query,
  format: table.format,
  span: table.span,
  hour: table.hour,
  minute: table.minute,
  timeZone: table.timeZone,
  createdBy: table.createdBy,
  createdAt: table.createdAt,
  pausedAt: table.pausedAt,
  nextRunAt: table.nextRunAt,
  lastRunAt: table.lastRunAt
};

const days = { cadence: table.cadence, weekday: table.weekday, dayOfMonth: table.dayOfMonth };

const scheduleColumns = { schedule: columns, days };

type Row = typeof table.$inferSelect;

type Found = { schedule: Pick<Row, keyof typeof columns>; days: Pick<Row, keyof typeof days> };

function cadenceOf({ cadence, weekday, dayOfMonth }: Found['days']): Cadence {
  if (cadence === 'weekly') return { kind: 'weekly', weekday: weekday ?? 1 };
  if (cadence === 'monthly') return { kind: 'monthly', dayOfMonth: dayOfMonth ?? 1 };
  return { kind: 'daily' };
}

const toEntry = (found: Found): ScheduleEntry => ({ ...found.schedule, cadence: cadenceOf(found.days) });

/** The columns of a cadence. */
export function cadenceColumns(cadence: Cadence) {
  return {
    cadence: cadence.kind,
    weekday: cadence.kind === 'weekly' ? cadence.weekday : null,
    dayOfMonth: cadence.kind === 'monthly' ? cadence.dayOfMonth : null
  };
}

/** Every schedule: the next to run first, those that are paused last. */
export async function listScheduleEntries(db: Executor): Promise<ScheduleEntry[]> {
  const rows = await db
    .select(scheduleColumns)
    .from(table)
    .orderBy(asc(table.nextRunAt), asc(table.name), asc(table.id));
  return rows.map(toEntry);
}

/** One schedule, or null where there is none of that id. */
export async function selectOptionalSchedule(db: Executor, id: string): Promise<ScheduleEntry | null> {
  const [row] = await db.select(scheduleColumns).from(table).where(eq(table.id, id));
  return row ? toEntry(row) : null;
}

/** The same, for whoever changes it. */
export async function lockOptionalSchedule(tx: Executor, id: string): Promise<ScheduleEntry | null> {
  const [row] = await tx.select(scheduleColumns).from(table).where(eq(table.id, id)).for('update');
  return row ? toEntry(row) : null;
}

/** A schedule that is due and that nobody else runs; null: none is. */
export async function lockOptionalDueSchedule(tx: Executor, now: Date): Promise<ScheduleEntry | null> {
  const [row] = await tx
    .select(scheduleColumns)
    .from(table)
    .where(lte(table.nextRunAt, now))
    .orderBy(asc(table.nextRunAt))
    .limit(1)
    .for('update', { skipLocked: true });
  return row ? toEntry(row) : null;
}

/** Writes when it ran, when it runs again, or that it is paused. */
export async function updateSchedule(
  tx: Executor,
  id: string,
  change: Partial<Pick<Row, 'lastRunAt' | 'nextRunAt' | 'pausedAt'>>
): Promise<void> {
  await tx.update(table).set(change).where(eq(table.id, id));
}

/** Removes a schedule; the files that it made stay. */
export async function deleteScheduleRow(tx: Executor, id: string): Promise<void> {
  await tx.delete(table).where(eq(table.id, id));
}

const person = {
  id: people.id,
  email: people.email,
  givenName: profiles.givenName,
  familyName: profiles.familyName
};

const admins = (db: Executor) =>
  db
    .select(person)
    .from(people)
    .innerJoin(personRoles, and(eq(personRoles.personId, people.id), eq(personRoles.role, 'admin')))
    .leftJoin(profiles, eq(profiles.personId, people.id));

/** Every admin whose account is not disabled. */
export function listAdmins(db: Executor) {
  return admins(db).where(isNull(people.disabledAt)).orderBy(asc(profiles.familyName), asc(people.email));
}

/** Who is told of the files of a schedule: of those that were chosen, who is an admin still. */
export function listRecipients(db: Executor, scheduleId: string) {
  return admins(db)
    .innerJoin(reportScheduleRecipients, eq(reportScheduleRecipients.personId, people.id))
    .where(and(eq(reportScheduleRecipients.scheduleId, scheduleId), isNull(people.disabledAt)))
    .orderBy(asc(profiles.familyName), asc(people.email));
}
