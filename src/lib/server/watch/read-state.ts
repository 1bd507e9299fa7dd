import { checkDatabase } from '../db/check-database.ts';
import type { Executor } from '../db/index.ts';
import { log } from '../log.ts';
import { listQueued, selectOptionalUnsealed, selectOutbox, selectSealedPosition } from './state-queries.ts';

/** What the database says of the installation. */
export type State = {
  jobs: { job: string; at: string; count: number }[];
  outbox: { waiting: number; failed: number; overdueSeconds: number };
  chain: { position: number; unsealedSeconds: number };
};

async function readChain(db: Executor, now: Date): Promise<State['chain']> {
  const [position, oldest] = [await selectSealedPosition(db), await selectOptionalUnsealed(db)];
  const age = oldest === null ? 0 : (now.getTime() - oldest.getTime()) / 1000;
  return { position, unsealedSeconds: Math.max(0, age) };
}

/** Null: the database does not answer. One statement after the other: whoever watches takes one connection of many. */
export async function readState(db: Executor, now: Date): Promise<State | null> {
  if ((await checkDatabase(db)) !== null) return null;
  try {
    return {
      // The queue makes its tables beside the first requests.
      jobs: await listQueued(db).catch(() => []),
      outbox: await selectOutbox(db, now),
      chain: await readChain(db, now)
    };
  } catch (error) {
    log.error({ err: error }, 'the state of the installation could not be read');
    return null;
  }
}
