import { describe, expect, it } from 'vitest';
import { numericItem, shortTextItem } from '../../../../tests/support/keyed-items.ts';
import { foldText, matchExpected } from './match-expected.ts';

describe('matchExpected', () => {
  it('takes the first expected number whose tolerance holds the one given', () => {
    const item = numericItem([
      { text: '12', tolerance: '0.5', isKey: true },
      { text: '12', tolerance: '2', isKey: false }
    ]);
    expect(matchExpected(item, '12.5')?.id).toBe('n1');
    expect(matchExpected(item, '13')?.id).toBe('n2');
    expect(matchExpected(item, '14.1')).toBeNull();
  });

  it.each(['PD-L1', 'pd-l1', ' pd‑l1 ', 'PD–L1', 'ＰＤ-Ｌ１'])('takes %j for PD-L1', (given) => {
    expect(matchExpected(shortTextItem(['PD-L1'], ['PD-1']), given)?.text).toBe('PD-L1');
  });

  it('tells a known wrong form from an unknown one', () => {
    const item = shortTextItem(['PD-L1'], ['PD-1']);
    expect(matchExpected(item, 'pd-1')?.text).toBe('PD-1');
    expect(matchExpected(item, 'CTLA-4')).toBeNull();
  });

  it('keeps what is not case, space or dash apart', () => {
    expect(foldText('IFN-γ')).not.toBe(foldText('IFN-β'));
    expect(foldText('T  cell\nexhaustion')).toBe('t cell exhaustion');
  });
});
