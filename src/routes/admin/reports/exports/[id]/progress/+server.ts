import { error, json } from '@sveltejs/kit';
import { isUnderWay } from '#lib/domain/report/background/export-entry.ts';
import { progressWords, timeLeftWords } from '#lib/domain/report/background/export-progress.ts';
import { readExport } from '#lib/server/report/background/read-exports.ts';
import { requireRole } from '../../../../../guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  requireRole(event, 'admin');
  const { db, now } = event.locals;
  const entry = (await readExport(db, event.params.id)) ?? error(404, 'We cannot find that page.');
  return json({
    words: progressWords(entry),
    timeLeft: timeLeftWords(entry, now),
    rows: entry.rowsWritten,
    expected: entry.rowsExpected ?? 0,
    isUnderWay: isUnderWay(entry)
  });
};
