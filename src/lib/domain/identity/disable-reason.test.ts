import { expect, it } from 'vitest';
import { readDisableReason } from './disable-reason.ts';

it('takes a reason in one line, and asks for one', () => {
  expect(readDisableReason('  Left  the hospital ')).toEqual({ ok: true, value: 'Left the hospital' });
  expect(readDisableReason('x'.repeat(500)).ok).toBe(true);
  for (const typed of ['', '  ', 'two\nlines', 'x'.repeat(501), 'nul \u0000'])
    expect(readDisableReason(typed).ok, JSON.stringify(typed)).toBe(false);
});
