import { describe, expect, it } from 'vitest';
import { isUniqueViolation } from './is-unique-violation.ts';

const withCode = (code: string) => Object.assign(new Error('from the driver'), { code });

describe('a row that would be there twice', () => {
  it('is recognized, also behind what the query builder wraps around it', () => {
    expect(isUniqueViolation(withCode('23505'))).toBe(true);
    expect(isUniqueViolation(new Error('Failed query', { cause: withCode('23505') }))).toBe(true);
  });

  it.each([withCode('23503'), new Error('boom'), '23505', null])('is not read into %s', (error) => {
    expect(isUniqueViolation(error)).toBe(false);
  });
});
