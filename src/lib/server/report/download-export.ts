import { viewQuery } from '#lib/domain/report/completion-view.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Database, Executor } from '../db/index.ts';
import type { BegunDownload } from './export-record-queries.ts';
import { takeSlot } from './download-slots.ts';
import { openExport, type ExportOrder, type ExportRefusal, type OpenedExport } from './open-export.ts';
import { explainBreak, READER_LEFT, recordBreak } from './record-break.ts';
import { recordBegin, recordEnd } from './record-download.ts';

/** Who downloads a view, and by which way: `actorId` is null on the command line. */
export type DownloadOrder = ExportOrder & {
  way: 'download' | 'command-line' | 'api';
  actorId: string | null;
  apiTokenId?: string;
};

/** `too-many-at-once`: others are being downloaded; a minute later it may work. */
export type DownloadRefusal = ExportRefusal | 'too-many-at-once';

/** A file on its way; `exportId` leads to its manifest. */
export type Download = Pick<OpenedExport, 'fileName' | 'mediaType' | 'chunks'> & { exportId: string };

type Recorded = { download: BegunDownload; opened: OpenedExport; now: Date };

/** Passes the chunks on; resolves once it is on record that all were there. */
async function* wholeOf(
  db: Executor,
  { download, opened }: Recorded,
  finishedAt: () => Date
): AsyncGenerator<Uint8Array, void, undefined> {
  yield* opened.chunks;
  const { rows, ...measure } = opened.outcome();
  const ended = { state: 'finished', rowsWritten: rows, ...measure } as const;
  await recordEnd(db, download, { ...ended, finishedAt: finishedAt() });
}

async function* recorded(
  db: Executor,
  { download, opened, now }: Recorded
): AsyncGenerator<Uint8Array, void, undefined> {
  await recordBegin(db, download, now);
  const start = performance.now();
  const finishedAt = () => new Date(now.getTime() + performance.now() - start);
  // As long as nothing else is known, the reader left: then the generator is ended at its `yield`.
  let reason: string | null = READER_LEFT;
  try {
    yield* wholeOf(db, { download, opened, now }, finishedAt);
    reason = null;
  } catch (error) {
    reason = explainBreak(error);
    throw error;
  } finally {
    if (reason !== null) {
      const { rows, bytes } = opened.progress();
      const broken = { state: 'failed', rowsWritten: rows, bytes, failure: reason } as const;
      await recordBreak(db, download, { ...broken, finishedAt: finishedAt() });
    }
  }
}

/** Passes the chunks on, and gives the place back however they end. */
async function* holding(
  chunks: AsyncGenerator<Uint8Array, void, undefined>,
  giveBack: () => void
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* chunks;
  } finally {
    giveBack();
  }
}

function begun({ way, actorId, apiTokenId, view, format }: DownloadOrder, fileName: string): BegunDownload {
  const id = crypto.randomUUID();
  const query = viewQuery(view);
  return { id, way, requestedBy: actorId, apiTokenId: apiTokenId ?? null, query, format, fileName };
}

/**
 * A view of the completions as a file that is made while it is read. That it was begun is on record before the first
 * chunk, and how it ended before the end; an error midway throws, so that no reader takes a part for the whole. Begin
 * to read the chunks in any case: they hold one of few places until they end or are ended.
 */
export async function downloadExport(
  database: Pick<Database, 'db' | 'streamRows'>,
  order: DownloadOrder
): Promise<Result<Download, DownloadRefusal>> {
  const opened = await openExport(database, order);
  if (!opened.ok) return opened;
  const giveBack = takeSlot();
  if (giveBack === null) return failure('too-many-at-once');
  const { fileName, mediaType } = opened.value;
  const download = begun(order, fileName);
  const chunks = recorded(database.db, { download, opened: opened.value, now: order.now });
  return success({ exportId: download.id, fileName, mediaType, chunks: holding(chunks, giveBack) });
}
