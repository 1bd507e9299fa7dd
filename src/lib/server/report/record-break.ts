import { setTimeout as wait } from 'node:timers/promises';
import type { Executor } from '../db/index.ts';
import { isDatabaseGone } from '../db/is-database-gone.ts';
import { log } from '../log.ts';
import type { BegunDownload, EndedDownload } from './export-record-queries.ts';
import { recordEnd } from './record-download.ts';

/** Seconds between attempts: a restart of the database takes some, an outage minutes. */
const PAUSES = [1, 2, 5, 10, 30, 60, 120, 300, 600];

export const READER_LEFT = 'The reader left before the end.';

/** What broke a download, for the record. */
export function explainBreak(error: unknown): string {
  if (isDatabaseGone(error)) return 'The connection to the database was lost.';
  return error instanceof Error ? error.message.slice(0, 500) : 'It failed for a reason that is not known.';
}

/**
 * Puts on record that a download broke. Often the database that broke it cannot take that yet: then it is tried again in
 * the background until it can. Resolves after the first attempt.
 */
export async function recordBreak(
  db: Executor,
  download: BegunDownload,
  broken: EndedDownload & { finishedAt: Date }
): Promise<void> {
  const attempt = () =>
    recordEnd(db, download, broken).then(
      () => true,
      (error: unknown) => {
        log.warn({ err: error, exportId: download.id }, 'a broken download is not on record yet');
        return false;
      }
    );
  if (await attempt()) return;
  void (async () => {
    for (const seconds of PAUSES) {
      await wait(seconds * 1000, null, { ref: false });
      if (await attempt()) return;
    }
  })();
}
