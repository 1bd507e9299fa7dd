import { describe, expect, it } from 'vitest';
import { headlineOf } from './headline.ts';
import { judgeItems } from './judge-items.ts';
import { judgeOutcomes } from './judge-outcomes.ts';
import { mcnemar } from './mcnemar.ts';
import { methodsSentence } from './methods-sentence.ts';
import type { ItemPairFacts, OutcomeFacts } from './outcome-facts.ts';
import { outcomeLevels } from './outcome-levels.ts';
import { testWords } from './outcome-words.ts';
import { shownProfessions } from './shown-professions.ts';
import { tellableBand } from './table-privacy.ts';

type Cells = [both: number, learned: number, lost: number, neither: number];

const item = ([both, learned, lost, neither]: Cells, before = 'P02'): ItemPairFacts => ({
  before,
  after: before.replace('P', 'A'),
  stem: 'Which term fits?',
  objective: 'LO1',
  both,
  learned,
  lost,
  neither
});

const facts = (matched: number, items: ItemPairFacts[]): OutcomeFacts => ({
  matched,
  before: matched + 20,
  after: matched + 7,
  score: {
    learners: matched,
    before: matched * 46.875,
    after: matched * 71.25,
    beforeSquared: matched * 2712.5,
    afterSquared: matched * 5525,
    product: matched * 3700
  },
  atCeiling: 6,
  items,
  unpaired: ['P13'],
  objectives: [],
  funnel: {
    preTestStarted: matched + 30,
    preTestSubmitted: matched + 20,
    assessmentStarted: matched + 9,
    passed: matched,
    evaluated: matched,
    certified: 3
  },
  weeks: [
    { week: '2026-11-09', completions: 12 },
    { week: '2026-11-16', completions: 2 },
    { week: '2026-11-23', completions: 9 }
  ],
  commitments: { committed: 11, ownWords: 2, options: [{ label: 'Biopsy at progression', learners: 9 }] },
  followUps: []
});

const of = { activityTitle: 'Resistance', version: '0.1.0' };

describe('an item before and after', () => {
  it('is tested, adjusted for how many items are, and shown with all of its cells where none is small', () => {
    const [one, other] = judgeItems([item([30, 40, 10, 20]), item([20, 15, 10, 55], 'P04')]);
    expect(one).toMatchObject({
      learners: 100,
      percentBefore: 40,
      percentAfter: 70,
      cells: { both: 30, learned: 40, lost: 10, neither: 20 },
      test: { kind: 'tested', test: { method: 'corrected', chiSquare: 16.82 }, odds: { ratio: 4 } }
    });
    expect(one?.test.kind === 'tested' && one.test.adjusted).toBeCloseTo(2 * 4.109787809945878e-5, 12);
    expect(other?.test.kind === 'tested' && testWords(other.test)).toBe('0.424');
  });

  it('is not tested below 30 learners', () => {
    const [judged] = judgeItems([item([9, 10, 5, 5])]);
    expect(judged).toMatchObject({ learners: 29, test: { kind: 'too-few-learners' } });
    expect(judgeItems([item([15, 0, 0, 15])])[0]?.test).toEqual({ kind: 'nothing-changed' });
  });

  it('keeps all four cells and the odds ratio back where one is small, and tells a band of p', () => {
    const [judged] = judgeItems([item([50, 40, 3, 7])]);
    expect(judged).toMatchObject({ percentBefore: 53, percentAfter: 90 });
    expect(judged?.cells).toEqual({ both: null, learned: null, lost: null, neither: null });
    expect(judged?.test).toEqual({ kind: 'held-back', band: '< 0.001' });
  });

  it('is kept back whole where everybody was right after: percentages would tell the small cell; and not alone', () => {
    const judged = judgeItems([
      item([96, 4, 0, 0]),
      item([30, 40, 10, 20], 'P04'),
      item([40, 40, 10, 10], 'P08')
    ]);
    expect(judged.map(({ percentAfter }) => percentAfter)).toEqual([null, 70, null]);
  });

  it('never tells a band that leaves fewer than five tables possible', () => {
    for (let lost = 0; lost <= 6; lost += 1) {
      for (let learned = 0; learned <= 20; learned += 1) {
        const [both, neither] = [12, 3];
        const cells = { both, learned, lost, neither };
        const band = tellableBand(cells, 1);
        if (band === null) continue;
        const fitting = Array.from({ length: 40 }, (_, index) => index - 20).filter((shift) => {
          const moved = [both + shift, learned - shift, lost - shift, neither + shift];
          if (moved.some((count) => count < 0)) return false;
          const p = mcnemar(learned - shift, lost - shift)?.p ?? 1;
          return band === (p < 0.001 ? '< 0.001' : p < 0.01 ? '< 0.01' : p < 0.05 ? '< 0.05' : '≥ 0.05');
        });
        expect(fitting.length).toBeGreaterThanOrEqual(5);
      }
    }
  });
});

describe('outcomes of an activity', () => {
  it('say nothing of what fewer than five learners answered', () => {
    const judged = judgeOutcomes(facts(4, [item([1, 1, 1, 1])]), of);
    expect(judged).toMatchObject({ isShown: false, items: [], score: null });
    expect(headlineOf(judged)).toContain('Fewer than five learners');
  });

  it('describe but do not infer below 30, with the number shown', () => {
    const judged = judgeOutcomes(facts(12, [item([3, 3, 3, 3])]), of);
    expect(judged.score).toMatchObject({ change: 24.375, changeInterval: null, averageEffect: null });
    expect(headlineOf(judged)).toContain('12 learners submitted both tests: 46.9% right before, 71.3% after');
    expect(methodsSentence(judged, { title: 'R', version: '1', computedOn: '2026-11-25' })).toContain(
      'Nothing was inferred from fewer than 30 learners.'
    );
  });

  it('hold small numbers back, and a neighbour with them', () => {
    const judged = judgeOutcomes(facts(100, []), of);
    expect(judged.weeks.map(({ completions }) => completions)).toEqual([12, null, null]);
    expect(judged.learners).toEqual({ matched: 100, before: 120, after: 107, certified: null });
    expect(judged.commitments).toMatchObject({ committed: 11, ownWords: null });
  });

  it('hold an objective back whose single item is, and another with it', () => {
    const sums = facts(100, []).score;
    const objectives = ['LO1', 'LO2', 'LO3'].map((code) => ({ code, wording: code, items: 1, sums }));
    const items = [item([96, 4, 0, 0]), { ...item([40, 40, 10, 10], 'P04'), objective: 'LO2' }];
    const judged = judgeOutcomes({ ...facts(100, items), objectives }, of);
    expect(judged.objectives.map(({ before }) => before)).toEqual([null, null, 46.875]);
  });

  it('put the change with its interval and the named effect into one sentence', () => {
    expect(headlineOf(judgeOutcomes(facts(100, []), of))).toMatch(
      /^Learners had 24\.4 percentage points more right after the activity than before: 46\.9% right before, 71\.3% after \(n = 100 matched, 95% CI of the change [\d.]+ to [\d.]+, d_av [\d.]+ \([\d.]+ to [\d.]+\)\)\.$/
    );
  });

  it('have a methods sentence made of what was done', () => {
    const items = [item([30, 40, 10, 20]), item([70, 14, 6, 10], 'P04'), item([50, 40, 3, 7], 'P08')];
    const text = methodsSentence(judgeOutcomes(facts(100, items), of), {
      title: 'Resistance',
      version: '0.1.0',
      computedOn: '2026-11-25'
    });
    expect(text).toContain(
      'n = 100 matched; 120 first pre-tests and 107 first assessments submitted; fewer than 5 certified'
    );
    expect(text).toContain('McNemar’s test with continuity correction (1 item)');
    expect(text).toContain('fewer than 25 pairs were discordant (1 item)');
    expect(text).toContain('a cell is small (1 item)');
    expect(text).toContain('without a partner (P13)');
  });

  it('name the levels that the data support, and no more', () => {
    const levels = outcomeLevels(judgeOutcomes(facts(100, []), of));
    expect(levels.map(({ level }) => level.slice(0, 1))).toEqual(['1', '2', '3', '4']);
    expect(levels.flatMap(({ pars }) => pars ?? [])).toEqual([
      'Learner Knowledge: objective',
      'Learner Competence: subjective'
    ]);
  });
});

describe('professions in a de-identified file', () => {
  it.each([
    [{ physician: 40, nurse: 12, pharmacist: 5 }, ['physician', 'nurse', 'pharmacist']],
    [{ physician: 40, nurse: 12, pharmacist: 2 }, ['physician']],
    [{ physician: 40, nurse: 4, pharmacist: 2 }, ['physician']],
    [{ physician: 3 }, []]
  ])('of %j: %j are named', (learners, named) => {
    expect([...shownProfessions(new Map(Object.entries(learners)))]).toEqual(named);
  });
});
