import { strToU8 } from 'fflate';
import * as v from 'valibot';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { toTable, type ExportRow } from '#lib/domain/privacy/export-rows.ts';
import { guardCell } from '#lib/domain/report/guard-cell.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { writeArchive } from '../report/write-archive.ts';
import { BYTE_ORDER_MARK, writeCsv } from '../report/write-csv.ts';
import {
  EXPORT_FILES,
  listOwnDocuments,
  listRecentExports,
  OWN_EXPORT,
  selectExportRows
} from './export-queries.ts';

const Rows = v.pipe(v.string(), v.parseJson(), v.array(v.record(v.string(), v.unknown())));

function csvOf(rows: ExportRow[]): Uint8Array {
  const table = toTable(rows).map((line) =>
    line.map((cell) => (typeof cell === 'string' ? guardCell(cell) : cell))
  );
  return strToU8(BYTE_ORDER_MARK + writeCsv(table));
}

type Listed = { file: string; about: string; rows: number };

/** What lies in the folder, for whoever opens it. */
function readMe(listed: Listed[], now: Date): string {
  const lines = listed.map(
    ({ file, about, rows }) => `${file}: ${about}. ${rows} ${rows === 1 ? 'row' : 'rows'}.`
  );
  return [
    `Your data at this site, as of ${now.toISOString()}.`,
    'Every kind of data stands in two files: json/ for programs, csv/ for spreadsheets. Instants are in UTC.',
    '',
    ...lines,
    '',
    'Left out are hashes and sealed secrets of your ways to sign in. Attempts that are still open come without',
    'what is right in them.',
    ''
  ].join('\n');
}

/** The files of all that is kept of a person. Memory holds one person's rows and documents. */
async function collect(db: Executor, personId: string, now: Date) {
  const files = new Map<string, Uint8Array>();
  const listed: Listed[] = [];
  for (const kind of EXPORT_FILES) {
    const { file, about } = kind;
    const rows = v.parse(Rows, await selectExportRows(db, kind, personId));
    listed.push({ file, about, rows: rows.length });
    files.set(`json/${file}.json`, strToU8(`${JSON.stringify(rows, null, 2)}\n`));
    files.set(`csv/${file}.csv`, csvOf(rows));
  }
  for (const { id, fileName, content } of await listOwnDocuments(db, personId)) {
    const name = fileName.replaceAll(/[\p{Cc}"\\/:*?<>|]+/gu, '-');
    files.set(`documents/${id} ${name}`, new Uint8Array(content));
  }
  files.set('README.txt', strToU8(readMe(listed, now)));
  return { files, rows: listed.reduce((sum, { rows }) => sum + rows, 0) };
}

const DAY = 24 * 60 * 60 * 1000;
/** It reads everything: often enough for a person, too seldom to keep a server busy. */
const MOST_A_DAY = 10;

/** When the next one may be taken; null: now. */
async function waitUntil(db: Executor, personId: string, now: Date): Promise<Date | null> {
  const since = new Date(now.getTime() - DAY);
  const taken = await listRecentExports(db, { personId, since, limit: MOST_A_DAY });
  const earliest = taken.at(MOST_A_DAY - 1);
  return earliest ? new Date(earliest.at.getTime() + DAY) : null;
}

/**
 * All that is kept of a person as a zip file (GDPR, articles 15 and 20), one state of the data. That it was taken is on
 * record.
 */
export function exportOwnData(
  db: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<Result<{ fileName: string; bytes: Uint8Array<ArrayBuffer> }, { until: Date }>> {
  return db.transaction(
    async (tx) => {
      const until = await waitUntil(tx, personId, now);
      if (until) return failure({ until });
      const { files, rows } = await collect(tx, personId, now);
      const subject = { kind: 'person', id: personId };
      const event = { at: now, actorId: personId, action: OWN_EXPORT, subject };
      await insertAuditEvent(tx, { ...event, detail: { rows } });
      const bytes = writeArchive(files, { format: 'footnote-own-data/1' });
      return success({ fileName: `my-data-${calendarDayOf(now)}.zip`, bytes });
    },
    { isolationLevel: 'repeatable read' }
  );
}
