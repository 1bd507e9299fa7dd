import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { listIdentitiesOf } from './institution-identity-queries.ts';
import { listOpenInstitutions } from './institution-queries.ts';

/** A person's institutions with days in UTC, and those that could be connected as well. */
export async function readLinkedInstitutions(db: Executor, personId: string) {
  const rows = await listIdentitiesOf(db, personId);
  const linked = rows.map(({ institutionId: id, name, isOff, createdAt, lastUsedAt }) => ({
    id,
    name,
    isOn: isOff === null,
    since: calendarDayOf(createdAt),
    lastUsedOn: lastUsedAt && calendarDayOf(lastUsedAt)
  }));
  const open = await listOpenInstitutions(db);
  return { linked, others: open.filter(({ id }) => !linked.some((each) => each.id === id)) };
}
