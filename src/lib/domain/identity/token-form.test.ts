import { describe, expect, it } from 'vitest';
import { readTokenForm, type TokenFields } from './token-form.ts';

const NOW = new Date('2027-01-31T12:00:00Z');
const FIELDS: TokenFields = { name: ' Learning  portal ', scopes: ['completions:read'], days: '90' };

const fieldsOf = (fields: Partial<TokenFields>) => {
  const read = readTokenForm({ ...FIELDS, ...fields }, NOW);
  return read.ok ? [] : read.problem.map(({ field }) => field);
};

describe('the form of a new token', () => {
  it('gives name, scopes and end', () => {
    expect(readTokenForm(FIELDS, NOW)).toEqual({
      ok: true,
      value: {
        name: 'Learning portal',
        scopes: ['completions:read'],
        expiresAt: new Date('2027-05-01T12:00:00Z')
      }
    });
  });

  it.each([
    [{ name: '  ' }, ['name']],
    [{ name: 'x'.repeat(101) }, ['name']],
    [{ scopes: [] }, ['scopes']],
    [{ scopes: ['completions:read', 'everything'] }, ['scopes']],
    [{ days: '0' }, ['days']],
    [{ days: '367' }, ['days']],
    [{ days: '1e2' }, ['days']],
    [{ name: '', scopes: [], days: '' }, ['name', 'scopes', 'days']]
  ])('refuses %j', (fields, wrong) => {
    expect(fieldsOf(fields)).toEqual(wrong);
  });
});
