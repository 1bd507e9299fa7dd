import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { narrowRecord, type TranscriptRecord } from '#lib/domain/certificate/transcript-record.ts';
import type { TranscriptPeriod } from '#lib/domain/certificate/transcript-period.ts';
import type { Executor } from '../db/index.ts';
import { readHolderName } from './read-holder-name.ts';
import { readRecord } from './read-record.ts';
import { listOpenShares, selectOptionalShare } from './share-queries.ts';
import { hashShareToken } from './share-transcript.ts';

/** The links of a person that work today, each with its last day. */
export async function readShares(db: Executor, which: { personId: string; now: Date }) {
  const shares = await listOpenShares(db, which);
  return shares.map(({ id, label, expiresAt }) => ({ id, label, until: calendarDayOf(expiresAt) }));
}

/** A transcript as the reader of a link sees it. */
export type SharedTranscript = {
  name: string;
  until: string;
  period: TranscriptPeriod;
  record: TranscriptRecord;
};

/** The transcript behind a link, or null where it does not work (any more). */
export async function readSharedTranscript(
  db: Executor,
  { token, now }: { token: string; now: Date }
): Promise<SharedTranscript | null> {
  const share = await selectOptionalShare(db, { tokenHash: hashShareToken(token), now });
  if (!share) return null;
  const { personId, from, to, expiresAt } = share;
  const period = { from, to };
  const record = narrowRecord(await readRecord(db, personId), { period, type: '' });
  return { name: await readHolderName(db, personId), until: calendarDayOf(expiresAt), period, record };
}
