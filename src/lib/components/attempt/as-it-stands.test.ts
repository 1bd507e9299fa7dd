import { describe, expect, it } from 'vitest';
import { asItStands } from './as-it-stands.ts';

const flag = { id: 'flag', name: 'flagged', value: 'yes', isConnected: true };
const ruleOut = { id: 'rule-out-b', name: 'rule-out', value: 'b', isConnected: true };

/** The page as it was shown anew, after which no button of before stands in it. */
const gone = <Button>(button: Button) => ({ ...button, isConnected: false });

describe('a button that was pressed while another one was at work', () => {
  it('does what it was pressed for, by the one that stands in its place', () => {
    expect(asItStands(gone(ruleOut), () => ruleOut)).toBe(ruleOut);
    expect(asItStands(ruleOut, () => null)).toBe(ruleOut);
  });

  it('does not take back what the first press of a double click did', () => {
    expect(asItStands(gone(flag), () => ({ ...flag, value: 'no' }))).toBeNull();
  });

  it('does nothing on a page that has no such button', () => {
    expect(asItStands(gone(flag), () => null)).toBeNull();
  });
});
