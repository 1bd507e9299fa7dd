import type { ScheduleEntry } from '#lib/domain/report/schedule/schedule.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Executor } from '../../db/index.ts';
import { listAdmins, listRecipients, listScheduleEntries, selectOptionalSchedule } from './queries.ts';

/** Who can be told of a report, as a form lists them. */
export type Recipient = { id: string; name: string };

type Named = Awaited<ReturnType<typeof listAdmins>>[number];

function toRecipient({ id, email, givenName, familyName }: Named): Recipient {
  const name = `${givenName ?? ''} ${familyName ?? ''}`.trim();
  return { id, name: name === '' ? email : `${name}, ${email}` };
}

/** Every schedule, the next to run first. */
export async function readSchedules(db: Executor): Promise<ScheduleEntry[]> {
  return listScheduleEntries(db);
}

/** One schedule with who is told, or null where there is none of that id. */
export async function readSchedule(
  db: Executor,
  id: string
): Promise<{ schedule: ScheduleEntry; recipients: Recipient[] } | null> {
  const schedule = isUuid(id) ? await selectOptionalSchedule(db, id) : null;
  if (schedule === null) return null;
  return { schedule, recipients: (await listRecipients(db, id)).map(toRecipient) };
}

/** Every admin, to choose from. */
export async function readPossibleRecipients(db: Executor): Promise<Recipient[]> {
  return (await listAdmins(db)).map(toRecipient);
}
