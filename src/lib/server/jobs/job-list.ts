import { sendDueFollowUps } from '../evaluation/send-due-follow-ups.ts';
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
  { name: 'mail', weight: 'light', when: '* * * * *', run: sendMail }
] as const satisfies Job[];

export type JobName = (typeof JOBS)[number]['name'];
