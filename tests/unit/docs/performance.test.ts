import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { moveOf, readHistory, type Entry } from '../../../bench/history.ts';
import { measuredPart, withMeasured, writtenPart } from '../../../bench/performance-page.ts';

/** Columns are padded, and lines of dashes drawn, as the formatter likes. */
const plain = (text: string) => text.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---').trim();

const ENTRY: Entry = {
  day: '2027-02-01',
  commit: 'abc1234',
  machine: 'two cores',
  load: 0.1,
  name: 'submit',
  figure: 900,
  limit: 5000,
  unit: 'responses/s',
  ratio: 0.18,
  least: 0.16,
  greatest: 0.2,
  runs: 5,
  target: { atLeast: 0.15 },
  note: ''
};

const later = (change: Partial<Entry>): Entry => ({ ...ENTRY, day: '2027-03-01', ...change });
const moved = (change: Partial<Entry>, before: Partial<Entry> = {}) =>
  moveOf({ last: later({ ...before, ...change }), before: { ...ENTRY, ...before } });

describe('the page of measurements', () => {
  it('says what the last lines of the history say, and nothing else', () => {
    const history = readHistory(readFileSync('docs/performance-history.jsonl', 'utf8'));
    const page = readFileSync('docs/performance.md', 'utf8');
    expect(plain(writtenPart(page))).toBe(plain(measuredPart(history)));
    expect(plain(writtenPart(withMeasured(page, [ENTRY])))).toBe(plain(measuredPart([ENTRY])));
  });

  it('names what fell by more than the spread, where more is better and where less is', () => {
    expect(moved({ ratio: 0.14, least: 0.13, greatest: 0.15 })).toBe('fell');
    expect(moved({ ratio: 0.15, least: 0.13, greatest: 0.17 })).toBe('held');
    expect(moved({ ratio: 0.25, least: 0.21, greatest: 0.26 })).toBe('rose');
    expect(moved({ least: 0.21, greatest: 0.26 }, { target: { atMost: 1 } })).toBe('fell');
    const once = { runs: 1, least: 0.18, greatest: 0.18, target: { atMost: 1 } };
    expect(moved({ least: 0.19, greatest: 0.19 }, once)).toBe('held');
    expect(moved({ least: 0.21, greatest: 0.21 }, once)).toBe('fell');
    const part = measuredPart([ENTRY, later({ ratio: 0.14, least: 0.13, greatest: 0.145 })]);
    expect(part).toContain('Fell by more than the spread: submit.');
    expect(part).toContain('| MISSED | **fell** (18.0 % on 2027-02-01) | 2027-03-01, abc1234 |');
  });

  it('compares what was measured on the same machine only', () => {
    const part = measuredPart([ENTRY, later({ machine: 'another', least: 0.01, greatest: 0.02 })]);
    expect(part).toContain('Nothing fell by more than the spread.');
    expect(() => readHistory('{"name":"submit"}')).toThrow();
  });
});
