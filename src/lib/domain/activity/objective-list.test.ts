import { describe, expect, it } from 'vitest';
import {
  inUseWords,
  moveObjective,
  nextObjectiveCode,
  objectiveHint,
  parseWordings
} from './objective-list.ts';

const list = ['a', 'b', 'c'].map((id, index) => ({ id, code: `LO${index + 1}`, wording: `Explain ${id}.` }));
const ids = (entries: { id: string }[]) => entries.map(({ id }) => id).join('');

describe('the objectives of an activity', () => {
  it.each([
    [{ kind: 'up', id: 'b' } as const, 'bac'],
    [{ kind: 'up', id: 'a' } as const, 'abc'],
    [{ kind: 'down', id: 'b' } as const, 'acb'],
    [{ kind: 'down', id: 'c' } as const, 'abc'],
    [{ kind: 'remove', id: 'b' } as const, 'ac'],
    [{ kind: 'remove', id: 'z' } as const, 'abc'],
    [null, 'abc']
  ])('after %j stand as %s', (move, order) => {
    expect(ids(moveObjective(list, move))).toBe(order);
  });

  it('get the next free code', () => {
    expect(nextObjectiveCode(['LO1', 'LO7', 'X'])).toBe('LO8');
    expect(nextObjectiveCode([])).toBe('LO1');
  });

  it('need a wording, at the field', () => {
    const parsed = parseWordings([{ id: 'a', code: 'LO1', wording: ' ' }]);
    expect(parsed).toMatchObject({ ok: false, problem: [{ field: 'wording-a' }] });
  });

  it.each(['Understand resistance', 'know the terms', 'Be aware of trial designs'])(
    'hint at %j',
    (wording) => {
      expect(objectiveHint(wording)).toMatch(/Nobody can see/);
    }
  );

  it.each(['Differentiate primary from acquired resistance', 'Knowledgeably appraise'])(
    'do not hint at %j',
    (wording) => {
      expect(objectiveHint(wording)).toBeNull();
    }
  );

  it('say where they are used', () => {
    expect(inUseWords({ objectiveId: 'a', sections: 1, items: 4, cells: 0 })).toBe('1 section, 4 items');
    expect(inUseWords({ objectiveId: 'a', sections: 0, items: 0, cells: 0 })).toBeNull();
  });
});
