import { describe, expect, it } from 'vitest';
import { nextVersionLabel } from './next-version-label.ts';

describe('the label of the next activity version', () => {
  it.each([
    [[], '0.1.0'],
    [['0.1.0'], '0.2.0'],
    [['0.9.3', '0.10.0', '0.2.0'], '0.11.0'],
    [['1.0.0', '0.12.0'], '1.1.0']
  ])('after %j is %s', (labels, next) => {
    expect(nextVersionLabel(labels)).toBe(next);
  });
});
