import { setTimeout as wait } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import { isDatabaseGone } from '../db/is-database-gone.ts';
import type { TextConnection } from '../db/text-connection.ts';
import { log } from '../log.ts';
import type { Job } from './job.ts';
import { openBoss } from './open-boss.ts';
import { prepareQueues, runOf, WEIGHTS } from './prepare-queues.ts';

/** Milliseconds until the next try to open the queue, where it could not be opened. */
const PAUSE = 5_000;

/** Seconds between looks for work that came from elsewhere; what this process was asked for begins at once. */
const LOOK = 10;

/** Milliseconds that runs under way have to end when the program stops. */
const PATIENCE = 5_000;

/** Tries until it succeeds or the program stops: a database that is away comes back. */
async function keepTrying(attempt: () => Promise<void>, stopping: AbortSignal): Promise<void> {
  for (let isFirst = true; !stopping.aborted; isFirst = false) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (isFirst && !isDatabaseGone(error)) log.error({ err: error }, 'the queue of jobs did not open');
    }
    await wait(PAUSE, undefined, { ref: false, signal: stopping }).catch(() => {});
  }
}

/** Looks for work until the queue is closed. Returns what makes a worker look at once. */
async function startWorkers(boss: PgBoss, run: (name: string) => Promise<void>) {
  const workers = new Map<Job['weight'], string>();
  const wake = (weight: Job['weight']) => boss.notifyWorker(workers.get(weight) ?? '');
  for (const weight of WEIGHTS) {
    const work = async ([job]: { data: { job?: unknown } }[]) => {
      // There may be more: it looks again as soon as this run is over.
      await run(String(job?.data.job)).finally(() => wake(weight));
    };
    const settings = { pollingIntervalSeconds: LOOK, batchSize: 1 };
    workers.set(weight, await boss.work(weight, settings, work));
  }
  return wake;
}

type Opening = {
  connection: TextConnection;
  jobs: readonly Job[];
  run: (name: string) => Promise<void>;
  stopping: AbortSignal;
};

/** Opens the queue in the background and works on what is in it. */
export function openQueue({ connection, jobs, run, stopping }: Opening) {
  let boss: PgBoss | null = null;
  let wake: ((weight: Job['weight']) => void) | null = null;
  const opened = keepTrying(async () => {
    boss ??= await openBoss(connection, { onlyInstalls: false });
    await boss.start();
    await prepareQueues(boss, jobs);
    wake = await startWorkers(boss, run);
  }, stopping);
  return {
    opened,
    /** False: it is not open yet. Throws what the driver throws. */
    send: async (job: Job): Promise<boolean> => {
      if (boss === null || wake === null) return false;
      await boss.send(job.weight, { job: job.name }, runOf(job));
      wake(job.weight);
      return true;
    },
    close: async () => {
      await opened;
      await boss?.stop({ timeout: PATIENCE });
    }
  };
}
