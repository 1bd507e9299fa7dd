import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { TranscriptEntry } from '#lib/domain/certificate/transcript.ts';
import type { Executor } from '../db/index.ts';
import { listCertificates } from './queries.ts';

/** Everything that a person was awarded, as it stands, the latest first. */
export async function readTranscript(db: Executor, personId: string): Promise<TranscriptEntry[]> {
  const certificates = await listCertificates(db, personId);
  return certificates.map(({ id, code, document, revokedAt }) => ({
    certificateId: id,
    code,
    provider: document.provider,
    kind: document.kind,
    activityTitle: document.activityTitle,
    completedOn: document.completedOn,
    creditLine: document.creditLine,
    quarterCredits: document.quarterCredits,
    unit: document.unit,
    demonstration: document.demonstration,
    revokedOn: revokedAt && calendarDayOf(revokedAt)
  }));
}
