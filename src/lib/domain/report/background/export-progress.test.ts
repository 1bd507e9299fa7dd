import { describe, expect, it } from 'vitest';
import { isThere, keptUntil } from './export-entry.ts';
import { progressWords, sizeWords, timeLeftWords } from './export-progress.ts';

const STARTED = new Date('2026-11-25T12:00:00Z');
const after = (seconds: number) => new Date(STARTED.getTime() + seconds * 1000);

const running = {
  state: 'running',
  rowsExpected: 8015,
  rowsWritten: 1240,
  startedAt: STARTED,
  cancelAskedAt: null
} as const;

describe('the progress of a file in the making', () => {
  it('says how many rows of how many, and before that what it waits for', () => {
    expect(progressWords(running)).toBe('1,240 of 8,015 rows.');
    expect(progressWords({ ...running, rowsExpected: 1, rowsWritten: 0 })).toBe('0 of 1 row.');
    expect(progressWords({ ...running, state: 'waiting' })).toBe('It waits its turn.');
    expect(progressWords({ ...running, cancelAskedAt: STARTED })).toBe('It is being cancelled.');
  });

  it.each([
    [5, 'Less than a minute left.'],
    [12, 'About a minute left.'],
    [60, 'About 5 minutes left.'],
    [600, 'About 55 minutes left.'],
    [1200, 'About 2 hours left.']
  ])('after %i seconds at this rate says “%s”', (seconds, words) => {
    expect(timeLeftWords(running, after(seconds))).toBe(words);
  });

  it('says nothing of the time while there is too little to tell it by', () => {
    expect(timeLeftWords({ ...running, rowsWritten: 8 }, after(60))).toBe('');
    expect(timeLeftWords(running, after(1))).toBe('');
    expect(timeLeftWords({ ...running, state: 'waiting' }, after(60))).toBe('');
    expect(timeLeftWords({ ...running, rowsExpected: 0, rowsWritten: 0 }, after(60))).toBe('');
  });

  it.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [4200, '4.2 kB'],
    [41_800_000, '42 MB'],
    [3_100_000_000, '3.1 GB']
  ])('says %i bytes as %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});

describe('a file that was made in the background', () => {
  const entry = { state: 'finished', keptUntil: keptUntil(STARTED), removedAt: null } as const;

  it('is there for seven days, and not a moment longer', () => {
    expect(isThere(entry, after(7 * 86_400 - 1))).toBe(true);
    expect(isThere(entry, after(7 * 86_400))).toBe(false);
    expect(isThere({ ...entry, removedAt: STARTED }, STARTED)).toBe(false);
    expect(isThere({ ...entry, keptUntil: null }, STARTED), 'a download').toBe(false);
    expect(isThere({ ...entry, state: 'running' }, STARTED)).toBe(false);
  });
});
