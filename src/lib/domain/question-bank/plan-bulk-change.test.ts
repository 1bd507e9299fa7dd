import { describe, expect, it } from 'vitest';
import { bulkPlanWords, refusalGroups } from './bulk-plan-words.ts';
import {
  canBeUndone,
  planBulkChange,
  type BulkChange,
  type BulkEffect,
  type BulkFacts
} from './plan-bulk-change.ts';

const item: BulkFacts = {
  itemId: 'i',
  externalId: 'P01',
  bankId: 'b1',
  versionId: 'v',
  status: 'draft',
  revision: 1,
  objectiveId: 'o1',
  difficulty: 'easy',
  hasTag: false,
  isAuthor: true,
  lintErrors: 0,
  needsCare: false,
  idIsTaken: false
};

const hard: BulkChange = { kind: 'difficulty', value: 'hard' };
const step = (value: string): BulkChange => ({ kind: 'state', value });

describe('a bulk change', () => {
  it.each<[Partial<BulkFacts>, BulkChange, BulkEffect]>([
    [{ status: 'draft' }, hard, 'in-place'],
    [{ status: 'changes-asked' }, hard, 'in-place'],
    [{ status: 'in-review' }, hard, 'back-to-draft'],
    [{ status: 'approved' }, hard, 'back-to-draft'],
    [{ status: 'live' }, hard, 'next-version'],
    [{ status: 'retired' }, hard, 'refused'],
    [{ status: 'live', difficulty: 'hard' }, hard, 'none'],
    [{ status: 'live' }, { kind: 'objective', value: 'o2' }, 'next-version'],
    [{ status: 'live' }, { kind: 'objective', value: 'o1' }, 'none'],
    [{ status: 'live' }, { kind: 'add-tag', value: 't' }, 'in-place'],
    [{ hasTag: true }, { kind: 'add-tag', value: 't' }, 'none'],
    [{ hasTag: true }, { kind: 'remove-tag', value: 't' }, 'in-place'],
    [{}, { kind: 'remove-tag', value: 't' }, 'none'],
    [{}, { kind: 'bank', value: 'b2' }, 'in-place'],
    [{}, { kind: 'bank', value: 'b1' }, 'none'],
    [{ idIsTaken: true }, { kind: 'bank', value: 'b2' }, 'refused'],
    [{}, step('submit'), 'in-place'],
    [{ lintErrors: 1 }, step('submit'), 'refused'],
    [{ needsCare: true }, step('submit'), 'refused'],
    [{ status: 'live' }, step('submit'), 'refused'],
    [{ status: 'in-review' }, step('withdraw'), 'back-to-draft'],
    [{ status: 'in-review', isAuthor: false }, step('withdraw'), 'refused'],
    [{ status: 'live' }, step('retire'), 'in-place'],
    [{ status: 'draft' }, step('retire'), 'refused'],
    [{}, step('explode'), 'refused']
  ])('%j by %j: %s', (facts, change, effect) => {
    expect(planBulkChange([{ ...item, ...facts }], change)[0]?.effect).toBe(effect);
  });

  it('says before it is done what it comes to', () => {
    const plan = planBulkChange(
      [
        item,
        { ...item, status: 'live' },
        { ...item, status: 'approved' },
        { ...item, externalId: 'P09', status: 'retired' }
      ],
      hard
    );
    expect(bulkPlanWords(plan, hard)).toEqual([
      '1 item changes in place.',
      '1 item that learners have gets a next version, as a draft; the live one stays.',
      '1 item in review goes back to draft and loses its approvals.',
      'You count as an author of 3 items then: somebody else approves.',
      '1 item cannot:'
    ]);
    expect(refusalGroups(plan)).toEqual(['P09: it is retired.']);
  });

  it('makes nobody an author by tags, banks and steps of review', () => {
    const changes: BulkChange[] = [
      { kind: 'add-tag', value: 't' },
      { kind: 'bank', value: 'b2' },
      step('submit')
    ];
    for (const change of changes)
      expect(bulkPlanWords(planBulkChange([item], change), change).join(' ')).not.toContain('author');
  });

  it('can be undone, but for what was retired', () => {
    const changes = [hard, step('submit'), step('withdraw'), step('retire')];
    expect(changes.map(canBeUndone)).toEqual([true, true, true, false]);
  });
});
