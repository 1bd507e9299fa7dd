import { describe, expect, it } from 'vitest';
import { isDatabaseGone } from './is-database-gone.ts';

const withCode = (code: string) => Object.assign(new Error('from the driver'), { code });

describe('a database that does not answer', () => {
  it.each(['ECONNREFUSED', 'CONNECTION_CLOSED', '57P01', '25006', '53100'])('is recognized by %s', (code) => {
    expect(isDatabaseGone(withCode(code))).toBe(true);
  });

  it('is recognized behind what the query builder and Node wrap around it', () => {
    const inner = new AggregateError([withCode('ECONNREFUSED')]);
    expect(isDatabaseGone(new Error('Failed query', { cause: inner }))).toBe(true);
  });

  it.each([withCode('23505'), new Error('boom'), 'ECONNREFUSED', null])('is not read into %s', (error) => {
    expect(isDatabaseGone(error)).toBe(false);
  });
});
