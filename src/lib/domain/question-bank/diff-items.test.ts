import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffItems } from './diff-items.ts';
import type { DraftCitation, DraftOption, ItemDraft } from './item-draft.ts';

const option = (id: string, more: Partial<DraftOption> = {}): DraftOption => ({
  id,
  text: `Text of ${id}`,
  rationale: `Why ${id}.`,
  isKey: id === 'b',
  matchTargetId: null,
  keyPosition: null,
  tolerance: null,
  ...more
});

const citation = (citationKey: string, more: Partial<DraftCitation> = {}): DraftCitation => ({
  citationKey,
  locator: 'p. 3',
  supports: 'the key',
  passageKind: 'quote',
  passage: 'No response.',
  verification: 'verified',
  url: '',
  ...more
});

const base: ItemDraft = {
  type: 'single',
  stem: 'Which one?',
  select: 1,
  unit: '',
  keyPoint: 'This one.',
  objectiveId: 'o1',
  difficulty: 'easy',
  lessonSection: 'overview',
  usableInPretest: false,
  options: [option('a'), option('b'), option('c')],
  targets: [],
  citations: [citation('chen2017')]
};

const [a, b, c, d] = [option('a'), option('b'), option('c'), option('d')];
const notKey = { isKey: false };
const key = { isKey: true };
const objectives = new Map([
  ['o1', 'LO1'],
  ['o2', 'LO2']
]);

const expected = (id: string, text: string, tolerance: string | null) =>
  option(id, { text, tolerance, isKey: true });
const matched = (id: string, matchTargetId: string) => option(id, { isKey: null, matchTargetId });
const placed = (id: string, keyPosition: number) => option(id, { isKey: null, keyPosition });
const targets = ['x', 'y'].map((id) => ({ id, text: `Target ${id}`, rationale: '' }));

type Change = { before?: Partial<ItemDraft>; after: Partial<ItemDraft>; changes: string[]; texts?: string[] };

const TABLE: Record<string, Change> = {
  'nothing where both are the same': { after: {}, changes: [] },
  'the key that became another option': {
    after: { options: [a, option('b', notKey), option('c', key)] },
    changes: ['Key changed from B to C']
  },
  'all keys of a multiple item': {
    before: { type: 'multiple', select: 2, options: [option('a', key), b, c] },
    after: { type: 'multiple', select: 2, options: [option('a', notKey), b, option('c', key)] },
    changes: ['Key changed from A and B to B and C']
  },
  'the key that was replaced at its place': {
    after: { options: [a, option('d', { ...key, text: 'Another' }), c] },
    changes: ['Key changed from B (“Text of b”) to B (“Another”)', 'Option B added', 'Option B removed'],
    texts: ['Option B', 'Rationale of option B', 'Option B (removed)', 'Rationale of option B (removed)']
  },
  'an option that moved, and no new key': {
    after: { options: [b, a, c] },
    changes: ['Option A moved to B']
  },
  'an option that was added, and none as moved': {
    after: { options: [d, a, b, c] },
    changes: ['Option A added'],
    texts: ['Option A', 'Rationale of option A']
  },
  'an option that was removed': {
    after: { options: [b, c] },
    changes: ['Option A removed'],
    texts: ['Option A (removed)', 'Rationale of option A (removed)']
  },
  'options whose ids were given anew as moved, not as rewritten': {
    after: { options: [{ ...b, id: 'a' }, { ...a, id: 'b' }, c] },
    changes: ['Option A moved to B']
  },
  'references before objective and difficulty': {
    after: {
      citations: [citation('chen2017', { locator: 'p. 5' }), citation('sharma2017')],
      objectiveId: 'o2',
      difficulty: 'hard'
    },
    changes: [
      'Locator of reference chen2017 changed from p. 3 to p. 5',
      'Reference sharma2017 added',
      'Objective changed from LO1 to LO2',
      'Difficulty changed from easy to hard'
    ],
    texts: ['Passage of citation 2', 'What citation 2 supports']
  },
  'a passage that reads differently': {
    after: { citations: [citation('chen2017', { passage: 'Partial response.', passageKind: 'paraphrase' })] },
    changes: ['Passage of reference chen2017 changed from quote to paraphrase'],
    texts: ['Passage of citation 1']
  },
  'the value and tolerance of a number': {
    before: { type: 'numeric', select: null, options: [expected('a', '4.2', '0.1')] },
    after: { type: 'numeric', select: null, options: [expected('a', '4.2', '0.5')] },
    changes: ['Key changed from 4.2 ± 0.1 to 4.2 ± 0.5']
  },
  'accepted forms of a short text': {
    before: { type: 'short-text', select: null, options: [expected('a', 'PD-L1', null)] },
    after: {
      type: 'short-text',
      select: null,
      options: [expected('a', 'PD-L1', null), expected('b', 'PDL1', null)]
    },
    changes: ['Key changed from “PD-L1” to “PD-L1” and “PDL1”', 'Option B added'],
    texts: ['Option B', 'Rationale of option B']
  },
  'the target that an option goes with': {
    before: { type: 'matching', select: null, targets, options: [matched('a', 'x'), matched('b', 'y')] },
    after: { type: 'matching', select: null, targets, options: [matched('a', 'y'), matched('b', 'y')] },
    changes: ['Key of option A changed from target 1 to target 2']
  },
  'the order of an ordering item': {
    before: { type: 'ordering', select: null, options: [placed('a', 1), placed('b', 2)] },
    after: { type: 'ordering', select: null, options: [placed('a', 2), placed('b', 1)] },
    changes: ['Order of the key changed from A, B to B, A']
  },
  'another type': {
    after: { type: 'multiple', select: 2 },
    changes: ['Type changed from single to multiple']
  },
  'what no longer has a section, and may serve before the lesson': {
    after: { lessonSection: null, usableInPretest: true },
    changes: ['Section to reread changed from overview to none', 'Can be used in the pre-test now']
  },
  'texts in the order of reading': {
    after: {
      keyPoint: 'That one.',
      stem: 'Which two?',
      options: [option('a', { rationale: 'Because.' }), b, c]
    },
    changes: [],
    texts: ['Stem', 'Rationale of option A', 'Key point']
  }
};

describe('the difference of two versions names', () => {
  it.each(Object.entries(TABLE))('%s', (_title, { before, after, changes, texts = [] }) => {
    const versions = { before: { ...base, ...before }, after: { ...base, ...after } };
    const found = diffItems(versions, objectives);
    expect(found.changes).toEqual(changes);
    expect(found.texts.map(({ name }) => name)).toEqual(texts);
  });

  it('nothing between a version and itself, whatever it holds', () => {
    const options = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        text: fc.constantFrom('', 'x', 'y'),
        isKey: fc.boolean()
      }),
      { maxLength: 6 }
    );
    fc.assert(
      fc.property(options, (some) => {
        const draft = { ...base, options: some.map((one) => ({ ...a, ...one })) };
        expect(diffItems({ before: draft, after: draft }, objectives)).toEqual({ changes: [], texts: [] });
      })
    );
  });

  it('only moves when options only change places', () => {
    const shuffled = fc.shuffledSubarray([a, b, c, d], { minLength: 4 });
    fc.assert(
      fc.property(shuffled, (options) => {
        const { changes, texts } = diffItems(
          { before: { ...base, options: [a, b, c, d] }, after: { ...base, options } },
          objectives
        );
        expect(texts).toEqual([]);
        for (const change of changes) expect(change).toMatch(/^Option [A-D] moved to [A-D]$/);
      })
    );
  });
});
