import { expect, it } from 'vitest';
import { isNewStretch } from './editing-stretch.ts';

const at = new Date('2026-12-02T12:00:00Z');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

it.each([
  [null, later(0), true],
  [{ actorId: 'ana', at }, later(30), false],
  [{ actorId: 'ana', at }, later(31), true],
  [{ actorId: 'ben', at }, later(1), true],
  [{ actorId: null, at }, later(1), true]
])('begins a stretch of editing after %j at %s: %s', (last, now, isNew) => {
  expect(isNewStretch(last, { actorId: 'ana', now })).toBe(isNew);
});
