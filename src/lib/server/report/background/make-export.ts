import { readCompletionView } from '#lib/domain/report/completion-view.ts';
import { isDatabaseGone } from '../../db/is-database-gone.ts';
import { log } from '../../log.ts';
import { openExport, type OpenedExport } from '../open-export.ts';
import { explainBreak } from '../record-break.ts';
import { keepParts } from './keep-parts.ts';
import type { Making } from './making.ts';
import type { Claimed } from './queries.ts';
import { recordMade } from './record-made.ts';

const VIEW_UNREADABLE = 'Its view cannot be read any more: an activity or a type of credit in it is gone.';

const TOO_MANY_ROWS = 'A sheet does not hold so many rows. Make the file as CSV, or narrow the filters.';

/** Opens the file, or says in a sentence why it cannot be made. */
async function open(
  { database }: Making,
  { query, format, startedAt }: Claimed
): Promise<OpenedExport | string> {
  const view = readCompletionView(new URLSearchParams(query));
  if (!view.ok) return VIEW_UNREADABLE;
  const opened = await openExport(database, { view: view.value, format, now: startedAt });
  return opened.ok ? opened.value : TOO_MANY_ROWS;
}

/** Makes a file that is in hand, and records how it ended. */
async function make(making: Making, claimed: Claimed): Promise<void> {
  const opened = await open(making, claimed);
  if (typeof opened === 'string') return recordMade(making, claimed, { state: 'failed', failure: opened });
  const { chunks, progress, outcome } = opened;
  const rows = () => progress().rows;
  const { signal, database } = making;
  const end = await keepParts(database.db, { claimed, chunks, rows, signal });
  if (end === 'lost') return;
  if (end === 'stopped') return recordMade(making, claimed, { state: 'waiting' });
  if (end === 'cancelled') return recordMade(making, claimed, { state: 'cancelled', rowsWritten: rows() });
  const { rows: rowsWritten, ...measure } = outcome();
  return recordMade(making, claimed, { state: 'finished', rowsWritten, ...measure });
}

/**
 * Makes a file that is in hand. Where it cannot be made, that is put on record with the reason. Where the database went
 * away it throws, and the file stays in hand: the next maker begins it again.
 */
export async function makeExport(making: Making, claimed: Claimed): Promise<void> {
  try {
    await make(making, claimed);
  } catch (error) {
    if (isDatabaseGone(error)) throw error;
    log.error({ err: error, exportId: claimed.id }, 'an export failed');
    await recordMade(making, claimed, { state: 'failed', failure: explainBreak(error) });
  }
}
