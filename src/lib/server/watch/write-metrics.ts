import type { Executor } from '../db/index.ts';
import { meters } from './meters.ts';
import { readState } from './read-state.ts';

/** Milliseconds for which the database is not asked again, however many ask us. */
const KEPT_FOR = 5_000;

let readAt = -Infinity;

/** Everything that this process counts, as Prometheus reads it (text format 0.0.4). */
export async function writeMetrics(db: Executor, now: Date): Promise<{ type: string; text: string }> {
  const { register, state, collectProcess } = meters();
  collectProcess();
  if (now.getTime() - readAt >= KEPT_FOR) {
    readAt = now.getTime();
    state(await readState(db, now));
  }
  return { type: register.contentType, text: await register.metrics() };
}
