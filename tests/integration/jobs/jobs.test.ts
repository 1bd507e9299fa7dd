import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Job, JobRun } from '#lib/server/jobs/job.ts';
import { startJobs } from '#lib/server/jobs/start-jobs.ts';
import { describeOnEachDatabase, type DatabaseInSuite } from '../../support/each-database.ts';

/** A job that a test lets end when it likes, and that says when it began. */
function heldJob(name: string) {
  const begun: Array<() => void> = [];
  let runs = 0;
  let onBegin = () => {};
  const job: Job = {
    name,
    weight: 'heavy',
    when: null,
    run: (_, { signal }: JobRun) =>
      new Promise<void>((resolve) => {
        runs += 1;
        begun.push(resolve);
        signal.addEventListener('abort', () => resolve());
        onBegin();
      })
  };
  const untilRuns = (count: number) =>
    new Promise<void>((resolve) => {
      onBegin = () => {
        if (runs >= count) resolve();
      };
      onBegin();
    });
  return { job, untilRuns, endFirst: () => begun.shift()?.(), count: () => runs };
}

function start({ database }: DatabaseInSuite, jobs: Job[]) {
  const environment = { smtpUrl: null, mailFrom: null, signingSecret: null, auditHeadDir: null };
  return startJobs(jobs, { database, environment, address: 'http://localhost:3000' });
}

describeOnEachDatabase(
  'jobs in the database',
  (on) => {
    it('open on an empty database in two instances at once, and again on one that has them', async () => {
      const instances = on.kind === 'postgres' ? [start(on, []), start(on, [])] : [start(on, [])];
      await Promise.all(instances.map(({ opened }) => opened));
      await Promise.all(instances.map(({ stop }) => stop()));
      const light: Job = { name: 'light', weight: 'light', when: '0 0 1 1 *', run: () => Promise.resolve() };
      const again = start(on, [light]);
      await again.opened;
      const limits = await on.database.db
        .select({ seconds: sql<string>`options ->> 'expireInSeconds'` })
        .from(sql`pgboss.schedule`);
      expect(limits, 'what hangs is given up after a quarter of an hour').toEqual([{ seconds: '900' }]);
      await again.stop();
    });

    it('asked for twice before it begins, a job runs once; heavy ones one after the other', async () => {
      const first = heldJob('first');
      const second = heldJob('second');
      const jobs = start(on, [first.job, second.job]);
      await jobs.opened;
      expect(await jobs.request('first')).toBe(true);
      await first.untilRuns(1);
      expect(await Promise.all([jobs.request('second'), jobs.request('second')])).toEqual([true, true]);
      expect(await jobs.request('nothing of the kind')).toBe(false);
      expect(second.count(), 'it waits for the first').toBe(0);
      first.endFirst();
      await second.untilRuns(1);
      expect(await jobs.request('second'), 'what changed since it began wants another run').toBe(true);
      second.endFirst();
      await second.untilRuns(2);
      await jobs.stop();
      expect([first.count(), second.count()]).toEqual([1, 2]);
      expect(await jobs.request('first'), 'a program that stops takes nothing more').toBe(false);
    });

    it('a run that failed keeps its reason out of the queue, and the next job runs', async () => {
      const next = heldJob('next');
      const run = () => Promise.reject(new Error('about ada@example.org'));
      const jobs = start(on, [{ name: 'failing', weight: 'heavy', when: null, run }, next.job]);
      await jobs.opened;
      await jobs.request('failing');
      await jobs.request('next');
      await next.untilRuns(1);
      await jobs.stop();
      const kept = await on.database.db.execute(
        sql`select output::text from pgboss.job where output is not null`
      );
      expect(JSON.stringify(kept)).toContain('The log says why.');
      expect(JSON.stringify(kept)).not.toContain('ada@');
    });

    it('come back by themselves after the database was away', async () => {
      if (on.kind === 'pglite') return;
      const job = heldJob('patient');
      const jobs = start(on, [job.job]);
      await jobs.opened;
      await on.database.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`);
      while (!(await jobs.request('patient')));
      await job.untilRuns(1);
      await jobs.stop();
    });
  },
  'empty'
);
