import { describe, expect, it } from 'vitest';
import { learnerVersions, type VersionStanding } from './learner-version.ts';

const untouched = {
  isOpen: true,
  hasBegun: false,
  hasPassed: false,
  hasAttemptsLeft: true,
  hasCompleted: false,
  hasClaimed: false
};

const old = (more: Partial<VersionStanding> = {}): VersionStanding => ({
  ...untouched,
  activityVersionId: 'old',
  isLive: false,
  ...more
});
const live = (more: Partial<VersionStanding> = {}): VersionStanding => ({
  ...untouched,
  activityVersionId: 'live',
  isLive: true,
  ...more
});

const passed = { hasBegun: true, hasPassed: true };
const completed = { ...passed, hasCompleted: true };
const claimed = { ...completed, hasClaimed: true };

describe('the version that a person goes through', () => {
  it.each<[string, VersionStanding[], string]>([
    ['is the live one for a newcomer', [live(), old()], 'live'],
    ['stays the one that was begun', [live(), old({ hasBegun: true })], 'old'],
    ['is the newest that was begun', [live({ hasBegun: true }), old({ hasBegun: true })], 'live'],
    [
      'is the live one when no attempt is left on the former',
      [live(), old({ hasBegun: true, hasAttemptsLeft: false })],
      'live'
    ],
    [
      'is the live one when the former gives no credit any more',
      [live(), old({ hasBegun: true, isOpen: false })],
      'live'
    ],
    [
      'stays the one that was passed, also without attempts left',
      [live(), old({ ...passed, hasAttemptsLeft: false })],
      'old'
    ],
    [
      'stays the one that was passed, whatever was begun since',
      [live({ hasBegun: true }), old(passed)],
      'old'
    ],
    [
      'is the live one when the former was passed, but closed before it was completed',
      [live(), old({ ...passed, isOpen: false })],
      'live'
    ],
    [
      'stays the one that is to be claimed, also when it is closed',
      [live(), old({ ...completed, isOpen: false })],
      'old'
    ],
    ['stays the one that was claimed, so that credit is claimed once', [live(), old(claimed)], 'old'],
    [
      'is the live one again when the one that was claimed is closed',
      [live(), old({ ...claimed, isOpen: false })],
      'live'
    ]
  ])('%s', (_title, standings, through) => {
    expect(learnerVersions(standings)?.through).toBe(through);
  });

  it('is none where nothing is live', () => {
    expect(learnerVersions([])).toBeNull();
    expect(learnerVersions([old(passed)])).toBeNull();
  });
});

describe('the version that a person reads', () => {
  it.each<[string, VersionStanding[], string]>([
    ['is the one that they go through', [live(), old(completed)], 'old'],
    ['is the newest when the certificate is there', [live(), old(claimed)], 'live']
  ])('%s', (_title, standings, toRead) => {
    expect(learnerVersions(standings)?.toRead).toBe(toRead);
  });
});
