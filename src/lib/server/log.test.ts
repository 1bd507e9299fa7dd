import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import pino from 'pino';
import { withRequestNetwork } from './identity/request-network.ts';
import { describeError, LOG_OPTIONS } from './log.ts';

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

  it('is one line whatever a stranger typed, and says from which network it came', () => {
    const written: string[] = [];
    const log = pino(LOG_OPTIONS, { write: (line) => void written.push(line) });
    const forged = 'x\r\n{"level":30,"msg":"signed in"}\u2028\n';
    withRequestNetwork('192.0.2.0/24', () => log.warn({ route: forged, err: new Error(forged) }, forged));
    expect(written).toHaveLength(1);
    expect(written[0]?.trimEnd()).not.toMatch(/[\r\n]/);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      network: '192.0.2.0/24',
      route: forged,
      msg: forged
    });
  });

  it('does not print what is no error', () => {
    expect(describeError('ana@example.org')).toEqual({ message: 'string' });
  });
});
