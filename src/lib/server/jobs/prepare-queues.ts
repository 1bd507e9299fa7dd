import type { PgBoss } from 'pg-boss';
import type { Job } from './job.ts';

export const WEIGHTS = ['light', 'heavy'] as const;

/**
 * Seconds after which a run is given up, and the next job begins: what hangs holds up nobody for longer. Light ones take
 * seconds; an export of everything may take hours.
 */
const MOST_SECONDS = { light: 15 * 60, heavy: 12 * 60 * 60 } as const;

/** How a run of a job is asked for: of each at most one waits, whoever asks. */
export const runOf = ({ name, weight }: Pick<Job, 'name' | 'weight'>) => ({
  singletonKey: name,
  expireInSeconds: MOST_SECONDS[weight]
});

const SETTINGS = {
  // Of one job at most one waits and one runs, whichever instance was asked.
  policy: 'stately',
  // A run whose process gives no sign of life for this long is taken for dead and begun again.
  heartbeatSeconds: 60,
  retryLimit: 2,
  retryDelay: 60,
  retentionSeconds: 24 * 60 * 60,
  deleteAfterSeconds: 60 * 60
} as const;

/** Queues and times as the list says them; the times of jobs that are no more are taken out. Safe to do again. */
export async function prepareQueues(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const timed = jobs.filter(({ when }) => when !== null);
  for (const weight of WEIGHTS) await boss.createQueue(weight, SETTINGS);
  for (const { name, weight, when } of timed) {
    // What was missed while no instance ran is done once.
    const options = { ...runOf({ name, weight }), key: name, missed: 'once' } as const;
    await boss.schedule(weight, when ?? '', { job: name }, options);
  }
  for (const { name: queue, key } of await boss.getSchedules()) {
    if (!timed.some(({ name, weight }) => name === key && weight === queue))
      await boss.unschedule(queue, key);
  }
}
