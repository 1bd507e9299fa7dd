import { describe, expect, it } from 'vitest';
import { consentWords } from './consents.ts';

const step = (on: string, given: boolean) => ({ on, given, text: '', version: '' });

describe('a consent', () => {
  it('stands as it was said last', () => {
    expect(consentWords({ steps: [] })).toBe('Never asked');
    expect(consentWords({ steps: [step('2027-01-02', true)] })).toBe('Given on 2027-01-02');
    expect(consentWords({ steps: [step('2027-01-02', false)] })).toBe('Not given, asked on 2027-01-02');
    expect(consentWords({ steps: [step('2027-02-02', false), step('2027-01-02', true)] })).toBe(
      'Withdrawn on 2027-02-02'
    );
  });
});
