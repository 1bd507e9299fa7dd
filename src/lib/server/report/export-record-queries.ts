import { eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { reportExports } from '../db/schema/report-export.ts';

type ExportRow = typeof reportExports.$inferSelect;

/** What is known of a download at its first byte. */
export type BegunDownload = Pick<
  ExportRow,
  'id' | 'way' | 'requestedBy' | 'apiTokenId' | 'query' | 'format' | 'fileName'
>;

/** Puts a download on record that begins now. */
export async function insertDownload(tx: Executor, download: BegunDownload, now: Date): Promise<void> {
  await tx.insert(reportExports).values({ ...download, state: 'running', createdAt: now, startedAt: now });
}

/** How a download ended: whole, or broken and why. */
export type EndedDownload =
  | { state: 'finished'; rowsWritten: number; bytes: number; sha256: string }
  | { state: 'failed'; rowsWritten: number; bytes: number; failure: string };

/** Puts on record how a download ended. */
export async function updateDownload(
  tx: Executor,
  id: string,
  ended: EndedDownload & { finishedAt: Date }
): Promise<void> {
  await tx.update(reportExports).set(ended).where(eq(reportExports.id, id));
}

const manifestColumns = {
  file: reportExports.fileName,
  format: reportExports.format,
  state: reportExports.state,
  rows: reportExports.rowsWritten,
  bytes: reportExports.bytes,
  sha256: reportExports.sha256,
  view: reportExports.query,
  madeAt: reportExports.createdAt,
  finishedAt: reportExports.finishedAt,
  failure: reportExports.failure
};

/** What a file came to, or null where there is no export of that id. */
export async function selectOptionalManifest(db: Executor, id: string) {
  const [row] = await db.select(manifestColumns).from(reportExports).where(eq(reportExports.id, id));
  return row ?? null;
}
