import { keptUntil } from '#lib/domain/report/background/export-entry.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import type { Making } from './make-exports.ts';
import { updateEnded, type Claimed } from './queries.ts';

/** How the making of a file ended; `waiting`: it is to be begun again. */
export type Made =
  | { state: 'finished'; rowsWritten: number; bytes: number; sha256: string }
  | { state: 'failed'; rowsWritten: number; failure: string }
  | { state: 'cancelled'; rowsWritten: number }
  | { state: 'waiting' };

const ACTIONS = {
  finished: 'report.finish-export',
  failed: 'report.break-export',
  cancelled: 'report.cancel-export',
  waiting: 'report.put-back-export'
} as const;

function endedOf(made: Made, now: Date) {
  switch (made.state) {
    case 'finished':
      return { ...made, finishedAt: now, keptUntil: keptUntil(now) };
    case 'failed':
    case 'cancelled':
      return { ...made, finishedAt: now };
    case 'waiting':
      return { ...made, rowsWritten: 0, startedAt: null } as const;
    default:
      return made satisfies never;
  }
}

/** Puts on record how the making of a file ended: which view, who and why, how many rows. */
export async function recordMade({ database, clock }: Making, claimed: Claimed, made: Made): Promise<void> {
  const now = clock();
  const { id, requestedBy, scheduleId, format, query, reason, way } = claimed;
  const { state, ...measure } = made;
  await database.db.transaction(async (tx) => {
    if (!(await updateEnded(tx, claimed, endedOf(made, now)))) return;
    await insertAuditEvent(tx, {
      at: now,
      actorId: requestedBy,
      action: ACTIONS[state],
      subject: { kind: 'report', id },
      detail: { format, query, reason, way, ...(scheduleId === null ? {} : { scheduleId }), ...measure }
    });
  });
}
