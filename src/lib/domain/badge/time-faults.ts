import type { JsonObject } from './json.ts';
import { isInstant, validityOf } from './structure-faults.ts';

/** Clocks differ: an instant this close is not in the future. In milliseconds. */
const TOLERANCE = 60_000;

const dayOf = (milliseconds: number) =>
  Math.abs(milliseconds) < 8.64e15 ? new Date(milliseconds).toISOString().slice(0, 10) : 'an impossible day';

/** Whether a credential is not yet, or not any longer, valid by its own dates; `exp`: what a JWT says, in seconds. */
export function timeFaults(credential: JsonObject, { now, exp }: { now: Date; exp?: unknown }): string[] {
  const { from, until } = validityOf(credential);
  const ends = [
    ...(isInstant(until) ? [Date.parse(until)] : []),
    ...(typeof exp === 'number' ? [exp * 1000] : [])
  ];
  const end = Math.min(...ends);
  const isEarly = isInstant(from) && Date.parse(from) > now.getTime() + TOLERANCE;
  return [
    ...(isEarly ? [`It is valid only from ${dayOf(Date.parse(from))}, which is in the future.`] : []),
    ...(end < now.getTime() ? [`It expired on ${dayOf(end)}.`] : [])
  ];
}
