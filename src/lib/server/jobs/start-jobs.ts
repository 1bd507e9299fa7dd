import { log } from '../log.ts';
import type { Job, Jobs, JobSurroundings } from './job.ts';
import { openQueue } from './open-queue.ts';
import { runJob } from './run-job.ts';

/**
 * Opens the queue in the database, beside what the program does meanwhile, and takes jobs from it until `stop`. Several
 * instances on one database share the work. A run that fails is logged and tried again; a database that goes away is
 * waited for.
 */
export function startJobs<Name extends string>(
  jobs: readonly Job<Name>[],
  surroundings: JobSurroundings
): Jobs<Name> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const connection = surroundings.database.openTextConnection();
  const find = (name: string) => jobs.find((job) => job.name === name);
  const run = (name: string): Promise<void> => runJob(find(name), surroundings, { signal, request });
  const queue = openQueue({ connection, jobs, run, stopping: signal });
  async function request(name: string): Promise<boolean> {
    const job = find(name);
    return job !== undefined && !signal.aborted && queue.send(job).catch(() => false);
  }
  const stop = async () => {
    stopping.abort();
    await queue.close().catch((error: unknown) => log.warn({ err: error }, 'jobs were cut short'));
    await connection.close();
  };
  return { opened: queue.opened, request, stop };
}
