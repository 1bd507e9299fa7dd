import { strToU8 } from 'fflate';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { writeJson } from '#lib/domain/interchange/write-json.ts';
import type { Executor } from '../db/index.ts';
import { viewActivityFile, type ActivityFileRequest } from './view-activity-file.ts';
import { writeArchive } from './write-archive.ts';

/** The file as one archive: the record as JSON, the newest released version as a package, and checksums. Null: there is none. */
export async function exportActivityFile(
  db: Executor,
  request: ActivityFileRequest
): Promise<{ fileName: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const viewed = await viewActivityFile(db, request, 'report.export-activity-file');
  if (viewed === null) return null;
  const { file, packageFiles } = viewed;
  const files = new Map([['activity-file.json', strToU8(writeJson(file, []))]]);
  for (const [path, text] of packageFiles) files.set(`package/${path}`, strToU8(text));
  const fileName = `activity-file-${file.slug}-${calendarDayOf(request.now)}.zip`;
  return { fileName, bytes: writeArchive(files, { format: file.format }) };
}
