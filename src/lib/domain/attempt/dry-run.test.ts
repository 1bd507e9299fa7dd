import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dryRunOf, fingerprintOf, type ScoreGroup } from './dry-run.ts';
import { compareShares, regradedScore } from './regraded-score.ts';

const at80 = { passingPercent: 80 };

const scored = (correct: number, passed: boolean | null, dropped = 0) => ({
  correct,
  dropped,
  total: 10,
  passed
});

const group = (
  score: ScoreGroup['score'],
  shift: ScoreGroup['shift'],
  more: Partial<ScoreGroup> = {}
): ScoreGroup => ({
  assessmentId: 'form',
  activityTitle: 'Resistance',
  kind: 'assessment',
  standard: at80,
  score,
  shift,
  attempts: 1,
  ...more
});

describe('the score of an attempt after a regrade', () => {
  it('passes with the eighth of ten, and not with the seventh', () => {
    const gained = { shift: { correct: 1, dropped: 0 }, standard: at80 };
    expect(regradedScore(scored(7, false), gained)).toEqual(scored(8, true));
    expect(regradedScore(scored(6, false), gained)).toEqual(scored(7, false));
  });

  it('counts a dropped item neither above nor below the line: 7 of 9 does not pass at 80, 8 of 9 does', () => {
    const lost = { shift: { correct: -1, dropped: 1 }, standard: at80 };
    const unanswered = { shift: { correct: 0, dropped: 1 }, standard: at80 };
    expect(regradedScore(scored(8, false), lost)).toEqual(scored(7, false, 1));
    expect(regradedScore(scored(8, false), unanswered)).toEqual(scored(8, true, 1));
  });

  it('keeps a pass that was told, and says nothing of passing where nothing is to be passed', () => {
    const lost = { shift: { correct: -1, dropped: 0 }, standard: at80 };
    expect(regradedScore(scored(8, true), lost)).toEqual(scored(7, true));
    expect(regradedScore(scored(8, null), { ...lost, standard: null })).toEqual(scored(7, null));
  });

  it('is the one before, but for the pass, when the regrade is undone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9 }),
        fc.boolean(),
        fc.constantFrom(0, 1),
        (correct, told, by) => {
          const before = scored(correct, told);
          const there = regradedScore(before, { shift: { correct: by, dropped: 0 }, standard: at80 });
          const back = regradedScore(there, { shift: { correct: -by, dropped: 0 }, standard: at80 });
          expect(back).toEqual({ ...before, passed: there.passed });
        }
      )
    );
  });

  it('compares shares, not counts: 7 of 9 is less than 8 of 10', () => {
    expect(compareShares(scored(8, true), scored(7, true, 1))).toBe('falls');
    expect(compareShares(scored(8, true), scored(8, true, 1))).toBe('rises');
    expect(compareShares(scored(8, true), scored(8, true))).toBe('stays');
    expect(compareShares(scored(8, true), { ...scored(0, true, 10) })).toBe('stays');
  });
});

describe('the dry run', () => {
  const groups = [
    group(scored(7, false), { correct: 1, dropped: 0 }, { attempts: 12 }),
    group(scored(3, false), { correct: 1, dropped: 0 }, { attempts: 25 }),
    group(scored(8, true), { correct: -1, dropped: 0 }, { attempts: 2 }),
    group(scored(9, true), { correct: 0, dropped: 0 }, { attempts: 363 }),
    group(
      scored(2, null),
      { correct: 1, dropped: 0 },
      { assessmentId: 'pre', kind: 'pre-test', standard: null }
    )
  ];

  it('says whose score rises, falls and stays, who passes now and who keeps the pass', () => {
    const run = dryRunOf(groups);
    expect(run).toMatchObject({
      attempts: 403,
      rises: 38,
      falls: 2,
      stays: 363,
      passesNow: 12,
      keepsPass: 2
    });
    expect(run.forms).toMatchObject([
      { kind: 'assessment', attempts: 402, rises: 37 },
      { kind: 'pre-test', attempts: 1, rises: 1, passesNow: 0 }
    ]);
  });

  it('has another fingerprint as soon as it concerns somebody else, whatever the order of the rows', () => {
    const shown = fingerprintOf(dryRunOf(groups));
    expect(fingerprintOf(dryRunOf(groups.toReversed()))).toBe(shown);
    const unconcerned = group(scored(9, true), { correct: 0, dropped: 0 });
    expect(fingerprintOf(dryRunOf([...groups, unconcerned]))).toBe(shown);
    const helped = group(scored(3, false), { correct: 1, dropped: 0 });
    expect(fingerprintOf(dryRunOf([...groups, helped]))).not.toBe(shown);
  });

  it('counts a pass that was kept before only once', () => {
    const run = dryRunOf([group(scored(7, true), { correct: -1, dropped: 0 })]);
    expect(run).toMatchObject({ falls: 1, keepsPass: 0 });
  });
});
