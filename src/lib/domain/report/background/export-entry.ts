/** How a file came about. */
export type ExportWay = 'download' | 'background' | 'schedule' | 'command-line' | 'api';

export type ExportState = 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled';

/** A file that left or is to leave, as the list of exports shows it. */
export type ExportEntry = {
  id: string;
  way: ExportWay;
  state: ExportState;
  fileName: string;
  format: 'csv' | 'xlsx' | 'ndjson';
  /** The query of its view. */
  query: string;
  reason: string;
  /** Who asked; null: the command line, or a schedule. */
  requestedBy: string | null;
  scheduleId: string | null;
  scheduleName: string | null;
  rowsExpected: number | null;
  rowsWritten: number;
  bytes: number | null;
  sha256: string | null;
  failure: string | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  cancelAskedAt: Date | null;
  /** Until when the file is kept; null: none is. */
  keptUntil: Date | null;
  removedAt: Date | null;
};

/** Days that a file made in the background is kept. */
export const DAYS_KEPT = 7;

/** The instant until which a file is kept that was finished then. */
export function keptUntil(finishedAt: Date): Date {
  return new Date(finishedAt.getTime() + DAYS_KEPT * 24 * 60 * 60 * 1000);
}

/** Whether the file can be fetched at this instant. */
export function isThere(entry: Pick<ExportEntry, 'state' | 'keptUntil' | 'removedAt'>, now: Date): boolean {
  return (
    entry.state === 'finished' &&
    entry.keptUntil !== null &&
    entry.removedAt === null &&
    entry.keptUntil > now
  );
}

/** Whether it still goes on. */
export function isUnderWay({ state }: Pick<ExportEntry, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}
