import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveOption } from './move-option.ts';
import { inPlace } from './response-draft.ts';

const draftOf = (order: string[]) => ({
  chosen: [],
  matches: {},
  order,
  positions: inPlace(order),
  text: ''
});

describe('moveOption', () => {
  it('moves an option one place up or down, with the positions', () => {
    const up = moveOption(draftOf(['a', 'b', 'c']), { option: 'c', by: -1 });
    expect(up.order).toEqual(['a', 'c', 'b']);
    expect(up.positions).toEqual({ a: '1', c: '2', b: '3' });
    expect(moveOption(draftOf(['a', 'b', 'c']), { option: 'a', by: 1 }).order).toEqual(['b', 'a', 'c']);
  });

  it('leaves an option at the end of the list where it is', () => {
    expect(moveOption(draftOf(['a', 'b']), { option: 'a', by: -1 }).order).toEqual(['a', 'b']);
    expect(moveOption(draftOf(['a', 'b']), { option: 'b', by: 1 }).order).toEqual(['a', 'b']);
  });

  it('starts from the positions that were chosen beside the options', () => {
    const draft = { ...draftOf(['a', 'b', 'c']), positions: { a: '3', b: '1', c: '2' } };
    expect(moveOption(draft, { option: 'a', by: -1 }).order).toEqual(['b', 'a', 'c']);
  });

  it('changes nothing for an option that is not on the list', () => {
    const draft = draftOf(['a', 'b']);
    expect(moveOption(draft, { option: 'z', by: 1 })).toBe(draft);
  });

  it('keeps every option once, and up undoes down', () => {
    const lists = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(lists, fc.nat(), (order, at) => {
        const option = order[at % (order.length - 1)] ?? '';
        const down = moveOption(draftOf(order), { option, by: 1 });
        expect(down.order.toSorted()).toEqual(order.toSorted());
        expect(moveOption(down, { option, by: -1 }).order).toEqual(order);
      })
    );
  });
});
