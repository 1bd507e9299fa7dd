import { describe, expect, it } from 'vitest';
import { readApprovalsNeeded } from './approvals-needed.ts';
import { readCommentText } from './comment-text.ts';
import { effectLine } from './effect-line.ts';
import { keyInWords } from './key-in-words.ts';
import type { DraftOption, ItemDraft } from './item-draft.ts';
import { doneInWords } from './status-words.ts';

const option: DraftOption = {
  id: 'a',
  text: '4.2',
  rationale: '',
  isKey: true,
  matchTargetId: null,
  keyPosition: null,
  tolerance: '0.1'
};

const item: ItemDraft = {
  type: 'numeric',
  stem: '',
  select: null,
  unit: 'months',
  keyPoint: '',
  objectiveId: null,
  difficulty: 'easy',
  lessonSection: null,
  usableInPretest: false,
  options: [option],
  targets: [{ id: 'x', text: 'Acquired', rationale: '' }],
  citations: []
};

describe('the words of review', () => {
  it.each([
    [0, 'No attempt used version 3.'],
    [1, '1 attempt used version 3; it will not change.'],
    [1312, '1,312 attempts used version 3; they will not change.']
  ])('say what a new version does to %i attempts', (attempts, words) => {
    expect(effectLine({ version: 3, attempts })).toBe(words);
  });

  it.each<[Partial<ItemDraft>, Partial<DraftOption>, string]>([
    [{}, {}, 'Right within ± 0.1 months'],
    [{ unit: '' }, { isKey: false, tolerance: null }, 'Expected, wrong'],
    [{ type: 'short-text' }, {}, 'Accepted'],
    [{ type: 'single' }, {}, 'Key'],
    [{ type: 'multiple' }, { isKey: false }, 'Distractor'],
    [{ type: 'matching' }, { isKey: null, matchTargetId: 'x' }, 'Goes with: Acquired'],
    [{ type: 'matching' }, { isKey: null }, 'No target yet'],
    [{ type: 'ordering' }, { isKey: null, keyPosition: 2 }, 'Place 2 in the key'],
    [{ type: 'ordering' }, { isKey: null }, 'No place yet']
  ])('say what an option is in the key: %j %j', (type, part, words) => {
    expect(keyInWords({ ...item, ...type }, { ...option, ...part }).words).toBe(words);
  });

  it.each([
    ['1', true],
    [' 5 ', true],
    ['0', false],
    ['6', false],
    ['1.5', false],
    ['', false],
    ['two', false],
    ['12', false]
  ])('take %j as a number of approvals: %s', (typed, ok) => {
    expect(readApprovalsNeeded(typed).ok).toBe(ok);
  });

  it('keep a comment tidy, and refuse one that is too long with its length', () => {
    expect(readCommentText(' Say\r\nwhy.\u0000 ')).toEqual({ ok: true, value: 'Say\nwhy.' });
    expect(readCommentText('x'.repeat(2001))).toEqual({
      ok: false,
      problem: 'Shorten this to 2000 characters or fewer. It has 2001.'
    });
  });

  it('say what was done, and nothing for what an address makes up', () => {
    expect(doneInWords('publish')).toMatch(/^Published/);
    expect(doneInWords('constructor')).toBeNull();
    expect(doneInWords(null)).toBeNull();
  });
});
