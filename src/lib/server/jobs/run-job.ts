import { isDatabaseGone } from '../db/is-database-gone.ts';
import { log } from '../log.ts';
import { meters } from '../watch/meters.ts';
import { inSpan } from '../watch/tracing.ts';
import type { Job, JobRun, JobSurroundings } from './job.ts';

/** What the queue writes down about a run that failed. The reason, which may hold what people typed, goes to the log. */
class JobFailed extends Error {
  override name = 'JobFailed';
}

/** Runs a job; where it fails the log says why, and the queue tries again. A name that is not known here does nothing. */
export async function runJob(
  job: Job | undefined,
  surroundings: JobSurroundings,
  run: Omit<JobRun, 'now'>
): Promise<void> {
  if (job === undefined) return;
  const { jobRuns, jobSeconds } = meters();
  const took = jobSeconds.startTimer({ name: job.name });
  try {
    await inSpan(
      () => ({ name: `job ${job.name}`, kind: 'internal', facts: { 'footnote.job': job.name } }),
      () => job.run(surroundings, { ...run, now: new Date() })
    );
    jobRuns.inc({ name: job.name, outcome: 'done' });
  } catch (error) {
    jobRuns.inc({ name: job.name, outcome: 'failed' });
    const level = isDatabaseGone(error) || run.signal.aborted ? 'warn' : 'error';
    log[level]({ err: error, job: job.name }, 'a job failed');
    throw new JobFailed('The log says why.');
  } finally {
    took();
  }
}
