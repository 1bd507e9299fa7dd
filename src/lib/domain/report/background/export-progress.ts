import type { ExportEntry } from './export-entry.ts';

type Progress = Pick<ExportEntry, 'state' | 'rowsExpected' | 'rowsWritten' | 'startedAt' | 'cancelAskedAt'>;

const inWords = new Intl.NumberFormat('en-US');

/** `1,240 of 8,015 rows`, or what goes before. */
export function progressWords({ state, rowsExpected, rowsWritten, cancelAskedAt }: Progress): string {
  if (cancelAskedAt !== null) return 'It is being cancelled.';
  if (state === 'waiting') return 'It waits its turn.';
  const written = inWords.format(rowsWritten);
  return rowsExpected === null
    ? `${written} rows.`
    : `${written} of ${inWords.format(rowsExpected)} ${rowsExpected === 1 ? 'row' : 'rows'}.`;
}

/** Fewer rows, or less time, tell nothing about the rate. */
const LEAST_SHARE = 0.02;
const LEAST_MS = 2_000;

/** Milliseconds that the rest takes at the rate so far; null: too early to say. */
function timeLeft({ rowsExpected, rowsWritten, startedAt }: Progress, now: Date): number | null {
  if (rowsExpected === null || startedAt === null || rowsWritten < rowsExpected * LEAST_SHARE) return null;
  const taken = now.getTime() - startedAt.getTime();
  if (taken < LEAST_MS || rowsWritten === 0) return null;
  return Math.max(0, (taken / rowsWritten) * (rowsExpected - rowsWritten));
}

/** How long it will take from now, in words; empty while that cannot be said. */
export function timeLeftWords(progress: Progress, now: Date): string {
  const left = progress.state === 'running' ? timeLeft(progress, now) : null;
  if (left === null) return '';
  const minutes = Math.round(left / 60_000);
  if (left < 45_000) return 'Less than a minute left.';
  if (minutes < 90) return minutes <= 1 ? 'About a minute left.' : `About ${minutes} minutes left.`;
  const hours = Math.round(left / 3_600_000);
  return hours === 1 ? 'About an hour left.' : `About ${hours} hours left.`;
}

/** `312 bytes`, `4.2 MB`: in powers of ten, as file managers say it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3));
  const amount = bytes / 1000 ** power;
  return `${amount.toFixed(amount < 10 ? 1 : 0)} ${units[power - 1]}`;
}
