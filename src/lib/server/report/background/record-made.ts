import { keptUntil } from '#lib/domain/report/background/export-entry.ts';
import { withoutNames } from '#lib/domain/report/without-names.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { tellOfReport } from '../schedule/tell-of-report.ts';
import type { Making } from './making.ts';
import { updateEnded, type Claimed } from './queries.ts';

/** How the making of a file ended; `waiting`: it is to be begun again. */
export type Made =
  | { state: 'finished'; rowsWritten: number; bytes: number; sha256: string }
  | { state: 'failed'; failure: string }
  | { state: 'cancelled'; rowsWritten: number }
  | { state: 'waiting' };

type Told = { made: Made; address: string; now: Date };

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

/** Whoever is to know of the file of a schedule gets a letter. */
async function tell(tx: Executor, { scheduleId, id }: Claimed, { made, address, now }: Told): Promise<void> {
  if (scheduleId === null) return;
  const told = { exportId: id, scheduleId, address, now };
  if (made.state === 'finished') await tellOfReport(tx, told, { ...made, keptUntil: keptUntil(now) });
  if (made.state === 'failed') await tellOfReport(tx, told, made);
}

/** Puts on record how the making of a file ended: which view, who and why, how many rows. */
export async function recordMade(
  { database, clock, address }: Making,
  claimed: Claimed,
  made: Made
): Promise<void> {
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
      detail: {
        ...{ format, ...withoutNames(query), way },
        ...(scheduleId === null ? {} : { scheduleId }),
        ...measure
      },
      ...(reason !== '' && { reason })
    });
    await tell(tx, claimed, { made, address, now });
  });
}
