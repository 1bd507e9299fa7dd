import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { listOpenTokens } from './token-queries.ts';

/** The tokens that work, with days in UTC; `lastUsedOn` is null until it was used. */
export async function listApiTokens(db: Executor, now: Date) {
  const tokens = await listOpenTokens(db, now);
  return tokens.map(({ createdAt, expiresAt, lastUsedAt, ...token }) => ({
    ...token,
    createdOn: calendarDayOf(createdAt),
    expiresOn: calendarDayOf(expiresAt),
    lastUsedOn: lastUsedAt && calendarDayOf(lastUsedAt)
  }));
}
