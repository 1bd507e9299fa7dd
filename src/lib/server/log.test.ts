import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { describeError } from './log.ts';

describe('an error in the log', () => {
  it('says what happened and where, without the values of the query', () => {
    const driver = Object.assign(new Error('duplicate key value violates unique constraint'), {
      code: '23505',
      detail: 'Key (lower(email))=(ana@example.org) already exists.'
    });
    const failed = new DrizzleQueryError(
      'insert into "people" values ($1, $2)',
      ['ana@example.org', '$argon2id$x'],
      driver
    );
    const logged = JSON.stringify(describeError(failed));
    expect(logged).toContain('insert into');
    expect(logged).toContain('23505');
    expect(logged).toContain('log.test.ts');
    expect(logged).not.toMatch(/ana@example|argon2id/);
  });

  it('does not print what is no error', () => {
    expect(describeError('ana@example.org')).toEqual({ message: 'string' });
  });
});
