import { endOverdueAttempts } from '../attempt/end-overdue.ts';
import { keepPartitions } from '../db/partition/partition-database.ts';
import { sendDueFollowUps } from '../evaluation/send-due-follow-ups.ts';
import { keepAuditChain } from '../identity/chain/keep-audit-chain.ts';
import { eraseWaiting } from '../privacy/erase-person.ts';
import { removeWhatIsDue } from '../privacy/remove-what-is-due.ts';
import { makeExports } from '../report/background/make-exports.ts';
import { removeOldExports } from '../report/background/remove-old-exports.ts';
import { computeItemStatistics } from '../report/compute-item-statistics.ts';
import { computeOutcomes } from '../report/compute-outcomes.ts';
import { computeDashboard } from '../report/dashboard/compute-dashboard.ts';
import { runDueSchedules } from '../report/schedule/run-schedules.ts';
import type { Job } from './job.ts';
import { sendMail } from './send-mail.ts';

/**
 * Everything that is done in the background. To add one, add a line: its name, whether it is heavy, when it runs by
 * itself (cron, UTC), and the action that it calls.
 */
export const JOBS = [
  {
    name: 'follow-ups',
    weight: 'light',
    when: '* * * * *',
    run: ({ database, address }, { now }) => sendDueFollowUps(database.db, { origin: address, now })
  },
  {
    name: 'audit-chain',
    weight: 'light',
    when: '* * * * *',
    run: ({ database, environment }, { now }) =>
      keepAuditChain(database.db, {
        headFolder: environment.auditHeadDir,
        secret: environment.signingSecret,
        now
      })
  },
  {
    name: 'overdue-attempts',
    weight: 'light',
    when: '* * * * *',
    run: ({ database }, { now }) => endOverdueAttempts(database.db, now)
  },
  { name: 'mail', weight: 'light', when: '* * * * *', run: sendMail },
  {
    name: 'exports',
    weight: 'heavy',
    when: '* * * * *',
    run: ({ database, address }, { signal }) =>
      makeExports({ database, address, signal, clock: () => new Date() })
  },
  {
    name: 'schedules',
    weight: 'light',
    when: '* * * * *',
    run: async ({ database }, { now, request }) => {
      if ((await runDueSchedules(database.db, now)) > 0) await request('exports');
    }
  },
  {
    name: 'old-exports',
    weight: 'light',
    when: '17 * * * *',
    run: ({ database }, { now }) => removeOldExports(database.db, now)
  },
  {
    name: 'erasures',
    weight: 'light',
    when: '*/10 * * * *',
    run: ({ database, environment }, { now }) =>
      eraseWaiting(database.db, { secret: environment.signingSecret, now })
  },
  {
    name: 'retention',
    weight: 'light',
    when: '40 1 * * *',
    run: ({ database }, { now }) => removeWhatIsDue(database.db, now)
  },
  {
    name: 'partitions',
    weight: 'light',
    when: '5 0 * * *',
    run: ({ database }, { now }) => keepPartitions(database, now)
  },
  {
    name: 'dashboard',
    weight: 'heavy',
    when: '*/10 * * * *',
    run: ({ database }, { now }) => computeDashboard(database.db, { now })
  },
  {
    name: 'outcomes',
    weight: 'heavy',
    when: '30 2 * * *',
    run: ({ database }, { now }) => computeOutcomes(database.db, { now })
  },
  {
    name: 'item-statistics',
    weight: 'heavy',
    when: '20 2 * * *',
    run: ({ database }, { now, signal }) => computeItemStatistics(database.db, { now, signal })
  }
] as const satisfies Job[];

export type JobName = (typeof JOBS)[number]['name'];
