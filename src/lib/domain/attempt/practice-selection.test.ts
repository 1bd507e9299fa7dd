import { describe, expect, it } from 'vitest';
import { itemsAnsweredWrong, itemsFlagged, readPracticeSelection } from './practice-selection.ts';

const past = (itemId: string, correct: boolean | null, flagged = false) => ({ itemId, correct, flagged });

describe('items that were answered wrong', () => {
  it('are those whose latest response was not right', () => {
    expect(
      itemsAnsweredWrong([past('a', false), past('b', true), past('a', true), past('b', false)])
    ).toEqual(['b']);
  });

  it('stay wrong when they were met again and not answered', () => {
    expect(itemsAnsweredWrong([past('a', false), past('a', null)])).toEqual(['a']);
  });

  it('are none where nothing was answered', () => {
    expect(itemsAnsweredWrong([past('a', null)])).toEqual([]);
  });
});

describe('items that were flagged', () => {
  it('are those with a flag where they last stood', () => {
    expect(itemsFlagged([past('a', true, true), past('b', null, true), past('a', true, false)])).toEqual([
      'b'
    ]);
  });
});

describe('readPracticeSelection', () => {
  it('reads what the form offers, and takes nothing chosen as all', () => {
    expect(readPracticeSelection(null)).toEqual({ ok: true, value: { kind: 'all' } });
    expect(readPracticeSelection('wrong')).toEqual({ ok: true, value: { kind: 'wrong' } });
    expect(readPracticeSelection('objective:LO3')).toEqual({
      ok: true,
      value: { kind: 'objective', code: 'LO3' }
    });
  });

  it('refuses anything else', () => {
    for (const sent of ['everything', 'objective:', '', `objective:${'x'.repeat(41)}`]) {
      expect(readPracticeSelection(sent).ok).toBe(false);
    }
  });
});
