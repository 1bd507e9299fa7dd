import { describe, expect, it } from 'vitest';
import { refusedBySystem } from '#lib/server/db/refused-by-system.ts';
import { checkServerVersion } from '#lib/server/db/server-version.ts';
import { parseEnvironment } from '#lib/server/environment.ts';
import { explainStartError } from '../../../scripts/explain-start-error.ts';

const withCode = (code: string, message = 'from the system') => Object.assign(new Error(message), { code });

const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
};

describe('what an operator reads when the program cannot start', () => {
  it.each([
    ['EADDRINUSE', 'PORT'],
    ['ECONNREFUSED', 'DATABASE_URL'],
    ['ENOTFOUND', 'DATABASE_URL'],
    ['28P01', 'password'],
    ['3D000', 'createdb'],
    ['28000', 'MIGRATION_DATABASE_URL'],
    ['ENOSPC', 'disk is full']
  ])('explains %s', (code, words) => {
    expect(explainStartError(withCode(code))).toContain(words);
  });

  it('says in the words of the driver which of several addresses is meant', () => {
    const error = withCode('28P01', 'password authentication failed for user "footnote_owner"');
    expect(explainStartError(error)).toContain('footnote_owner');
    expect(explainStartError(withCode('ENOTFOUND', 'getaddrinfo ENOTFOUND app.example'))).toMatch(
      /app\.example.*HOST/
    );
  });

  it('knows a full disk by the number that the embedded database gives it', () => {
    expect(explainStartError(refusedBySystem({ name: 'ErrnoError', errno: 51 }, '/data'))).toMatch(
      /disk is full .*\/data/
    );
    expect(refusedBySystem('boom', '/data')).toBe('boom');
  });

  it('looks through what a driver wrapped around it', () => {
    const wrapped = new Error('Failed query: select 1', {
      cause: new AggregateError([withCode('ECONNREFUSED')])
    });
    expect(explainStartError(wrapped)).toContain('DATABASE_URL');
  });

  it('names every wrong value of the environment', () => {
    const error = thrownBy(() =>
      parseEnvironment({ PORT: '70000', ORIGIN: 'example.org/', HOST: '', SIGNING_SECRET: 'too short' })
    );
    expect(explainStartError(error)).toMatch(
      /PORT must be[^]*ORIGIN must be[^]*SIGNING_SECRET must have 32 characters/
    );
    expect(explainStartError(error), 'no secret in a message').not.toContain('too short');
  });

  it.each([130_011, 140_010])('refuses PostgreSQL with the version number %d', (version) => {
    expect(explainStartError(thrownBy(() => checkServerVersion(version)))).toContain(
      'PostgreSQL 15 or later'
    );
  });

  it.each([150_000, 150_017, 180_001])('takes PostgreSQL with the version number %d', (version) => {
    expect(thrownBy(() => checkServerVersion(version))).toBeNull();
  });

  it('leaves what nobody foresaw to the stack', () => {
    expect(explainStartError(new Error('boom'))).toBeNull();
    expect(explainStartError('boom')).toBeNull();
  });
});
