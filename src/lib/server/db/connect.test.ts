import { expect, test } from 'vitest';
import { connect, pauseAfter } from './connect.ts';

test('looks for a lost server again within half a second, however often it was not there', () => {
  expect([0, 1, 2, 3].map(pauseAfter)).toEqual([0.05, 0.1, 0.2, 0.4]);
  expect([4, 10, 10_000].map(pauseAfter)).toEqual([0.5, 0.5, 0.5]);
});

test('tells the driver so, and waits ten seconds for a connection unless the address says otherwise', () => {
  const usual = connect('postgres://ana@localhost/footnote', {}).options;
  expect(usual.backoff).toBe(pauseAfter);
  expect(usual.connect_timeout).toBe(10);
  const patient = connect('postgres://ana@localhost/footnote?connect_timeout=3', {}).options;
  expect(patient.connect_timeout).toBe(3);
});
