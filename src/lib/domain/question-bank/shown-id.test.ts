import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authoredId, letterOf, shownId, shownIdOf } from './shown-id.ts';

describe('shown ids', () => {
  it('are the letters that stand beside the options', () => {
    expect([0, 1, 4, 25, 26, 27].map((index) => letterOf(shownId(index)))).toEqual([
      'A',
      'B',
      'E',
      'Z',
      'A1',
      'B1'
    ]);
  });

  it('lead back to the option that stands there, and to no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 60 }), (order) => {
        for (const id of order) expect(authoredId(order, shownIdOf(order, id))).toBe(id);
      })
    );
  });

  it('are unknown where the order shows no such place', () => {
    for (const wrong of ['d', '', 'A', 'a1', '__proto__', '0']) {
      expect(authoredId(['x', 'y', 'z'], wrong)).toBeNull();
    }
    expect(() => shownIdOf(['x'], 'y')).toThrow('y');
  });
});
