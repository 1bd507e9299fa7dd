import { expect, it } from 'vitest';
import { canUndoEntry, type TouchedVersion } from './can-undo-entry.ts';
import type { BulkChange } from './plan-bulk-change.ts';

const hard: BulkChange = { kind: 'difficulty', value: 'hard' };
const submit: BulkChange = { kind: 'state', value: 'submit' };
const withdraw: BulkChange = { kind: 'state', value: 'withdraw' };
const version: TouchedVersion = { status: 'draft', revision: 2, isApproved: false, hasFollowers: false };

it.each<[string, Partial<TouchedVersion> | null, BulkChange, string, boolean]>([
  ['an edited draft', {}, hard, 'in-place', true],
  ['one that came back from review', { status: 'changes-asked' }, hard, 'in-place', true],
  ['one with comments', { hasFollowers: true }, hard, 'in-place', true],
  ['one that was saved since', { revision: 3 }, hard, 'in-place', false],
  ['one that was submitted since', { status: 'in-review' }, hard, 'in-place', false],
  ['one that was approved since', { status: 'approved' }, hard, 'in-place', false],
  ['one that went live since', { status: 'live' }, hard, 'next-version', false],
  ['one that is gone', null, hard, 'next-version', false],
  ['a next version', {}, hard, 'next-version', true],
  ['a next version that others added to', { hasFollowers: true }, hard, 'next-version', false],
  ['a version in review', { status: 'in-review' }, submit, 'in-place', true],
  ['one that somebody approved', { status: 'in-review', isApproved: true }, submit, 'in-place', false],
  ['one that is approved', { status: 'approved', isApproved: true }, submit, 'in-place', false],
  ['one that came back since', { status: 'changes-asked', revision: 3 }, submit, 'in-place', false],
  ['a withdrawn draft', {}, withdraw, 'back-to-draft', true],
  ['one that was submitted again', { status: 'in-review' }, withdraw, 'back-to-draft', false]
])('undoes or leaves %s: %j', (_, facts, change, effect, can) => {
  const found = facts === null ? null : { ...version, ...facts };
  expect(canUndoEntry({ effect, revision: 2 }, found, change)).toBe(can);
});
