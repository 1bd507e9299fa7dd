import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitStem } from '#lib/domain/question-bank/stem-parts.ts';
import { lintItem } from '#lib/domain/question-bank/lint/lint-item.ts';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import { CONTEXT } from './drafts.ts';
import { SOUND_ITEMS } from './sound-items.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '',
    ' ',
    '[@',
    '[@a;',
    '**NOT**',
    'A and C',
    '5–10 mg',
    '-1e999',
    '\n\n\n',
    '?',
    'toString',
    '__proto__'
  ),
  fc.string({
    unit: fc.constantFrom('a', 'A', ' ', '.', '?', '"', '(', '-', '1', '[', '@', ';'),
    maxLength: 300
  })
);
const option = fc.record({
  id: text,
  text,
  rationale: text,
  isKey: fc.constantFrom(true, false, null),
  matchTargetId: fc.option(text),
  keyPosition: fc.option(fc.integer()),
  tolerance: fc.option(text)
});
const citation = fc.record({
  citationKey: text,
  locator: text,
  supports: text,
  passageKind: fc.constantFrom('quote' as const, 'paraphrase' as const),
  passage: text,
  verification: fc.constantFrom('verified' as const, 'source-page' as const, 'needs-expert-review' as const),
  url: text
});
const draft: fc.Arbitrary<ItemDraft> = fc.record({
  type: fc.constantFrom('single', 'multiple', 'matching', 'ordering', 'true-false', 'numeric', 'short-text'),
  stem: text,
  select: fc.option(fc.integer()),
  unit: text,
  keyPoint: text,
  objectiveId: fc.option(text),
  difficulty: fc.constantFrom('easy', 'medium', 'hard'),
  lessonSection: fc.option(text),
  usableInPretest: fc.boolean(),
  options: fc.array(option, { maxLength: 8 }),
  targets: fc.array(fc.record({ id: text, text, rationale: text }), { maxLength: 6 }),
  citations: fc.array(citation, { maxLength: 3 })
});

it('lints whatever a draft holds, the same each time, with the errors first', () => {
  fc.assert(
    fc.property(draft, (any) => {
      const findings = lintItem(any, { ...CONTEXT, otherKeys: [any.stem, any.keyPoint] });
      expect(lintItem(any, { ...CONTEXT, otherKeys: [any.stem, any.keyPoint] })).toEqual(findings);
      const ranks = findings.map(({ severity }) => ['error', 'warning', 'info'].indexOf(severity));
      expect(ranks).toEqual(ranks.toSorted());
      expect(typeof splitStem(any.stem).leadIn).toBe('string');
    }),
    { numRuns: 500 }
  );
}, 60_000);

it('takes less than a millisecond for a usual item, and less than a second for a hostile one', () => {
  const started = performance.now();
  for (let round = 0; round < 20; round += 1) for (const item of SOUND_ITEMS) lintItem(item, CONTEXT);
  const each = (performance.now() - started) / (20 * SOUND_ITEMS.length);
  expect(each).toBeLessThan(1 * SLOW_MACHINE);
  const [first] = SOUND_ITEMS;
  if (!first) throw new Error('There is no item.');
  for (const unit of ['a', 'A', ' a', 'a. ', '" ', '[@a;', 'not ', '(', 'which of ', 'who ', '1-', '**']) {
    const long = unit.repeat(20_000 / unit.length);
    const hostile = {
      ...first,
      stem: long,
      options: first.options.map((each_) => ({ ...each_, text: long }))
    };
    const before = performance.now();
    lintItem(hostile, CONTEXT);
    expect([unit, performance.now() - before < 1000]).toEqual([unit, true]);
  }
});

/** The bound is for a machine that does nothing else; the one that runs all tests at once may be this much slower. */
const SLOW_MACHINE = 5;
