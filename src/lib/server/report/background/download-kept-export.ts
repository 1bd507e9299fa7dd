import { isThere } from '#lib/domain/report/background/export-entry.ts';
import { EXPORT_MEDIA_TYPES } from '#lib/domain/report/export-format.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { selectOptionalPart } from './queries.ts';
import { readExport } from './read-exports.ts';

/** The pieces in their order. A piece that is gone breaks the file off, and never ends it as if it were whole. */
async function* partsOf(db: Executor, id: string, bytes: number) {
  let given = 0;
  for (let ordinal = 0; given < bytes; ordinal += 1) {
    const part = await selectOptionalPart(db, id, ordinal);
    if (part === null) throw new Error(`Export ${id} lacks its part ${ordinal}`);
    given += part.length;
    yield part;
  }
}

/** A file that was made in the background, from whichever instance: null where there is none, or not any more. */
export async function downloadKeptExport(
  db: Executor,
  { id, actorId, now }: { id: string; actorId: string; now: Date }
) {
  const entry = await readExport(db, id);
  if (entry?.bytes === undefined || entry.bytes === null || !isThere(entry, now)) return null;
  const { fileName, format, bytes, sha256, rowsWritten: rows } = entry;
  await db.transaction((tx) =>
    insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'report.fetch-export',
      subject: { kind: 'report', id },
      detail: { rows, bytes, sha256 }
    })
  );
  return { fileName, mediaType: EXPORT_MEDIA_TYPES[format], bytes, chunks: partsOf(db, id, bytes) };
}
