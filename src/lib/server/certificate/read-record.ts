import type { TranscriptRecord } from '#lib/domain/certificate/transcript-record.ts';
import type { Executor } from '../db/index.ts';
import { listExternalCredits } from './external-queries.ts';
import { readTranscript } from './read-transcript.ts';

/** All of a person's: what was issued here as it stands, and what the person entered. */
export async function readRecord(db: Executor, personId: string): Promise<TranscriptRecord> {
  const issued = await readTranscript(db, personId);
  return { issued, external: await listExternalCredits(db, personId) };
}
