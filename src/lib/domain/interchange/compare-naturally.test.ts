import { describe, expect, it } from 'vitest';
import { compareNaturally } from './compare-naturally.ts';

describe('compareNaturally', () => {
  it('orders numbers inside names by their value', () => {
    const names = ['P10', 'A2', 'P2', 'P02', 'P2b', 'P', 'A10', '9'];
    expect(names.toSorted(compareNaturally)).toEqual(['9', 'A2', 'A10', 'P', 'P02', 'P2', 'P2b', 'P10']);
  });
});
