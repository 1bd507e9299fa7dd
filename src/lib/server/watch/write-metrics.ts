import type { Executor } from '../db/index.ts';
import { meters } from './meters.ts';
import { readState } from './read-state.ts';

/** Milliseconds for which the database is not asked again, however many ask us. */
const KEPT_FOR = 5_000;

/** Milliseconds; whoever scrapes us waits ten seconds as a rule, and wants to hear of requests even then. */
const PATIENCE = 4_000;

let readAt = -Infinity;

/** What asks the database at this moment. It is never asked twice at once: what is locked there is not asked in a queue. */
let reading: Promise<void> | null = null;

/** Brings the figures of the database up to date; where they do not come in time, it counts as away until they do. */
async function refresh(db: Executor, now: Date): Promise<void> {
  const { state } = meters();
  readAt = now.getTime();
  reading ??= readState(db, now)
    .then(state)
    .finally(() => {
      reading = null;
    });
  let isLate: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    isLate = setTimeout(() => {
      state(null);
      resolve();
    }, PATIENCE);
  });
  await Promise.race([reading, late]);
  clearTimeout(isLate);
}

/** Everything that this process counts, as Prometheus reads it (text format 0.0.4). */
export async function writeMetrics(db: Executor, now: Date): Promise<{ type: string; text: string }> {
  const { register, collectProcess } = meters();
  collectProcess();
  if (now.getTime() - readAt >= KEPT_FOR) await refresh(db, now);
  return { type: register.contentType, text: await register.metrics() };
}
