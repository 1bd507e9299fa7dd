import { describe, expect, it } from 'vitest';
import { parseEnvironment } from '../environment.ts';
import { mayReadMetrics } from './may-read-metrics.ts';

const token = '0123456789abcdef01234567';

const ask = (variables: Record<string, string>, authorization: string | null) =>
  mayReadMetrics(parseEnvironment(variables), authorization);

describe('who may read the metrics', () => {
  it('is whoever asks, where only this machine can: no other address, no proxy in front', () => {
    expect(ask({}, null)).toBe('yes');
  });

  it.each<Record<string, string>>([
    { ORIGIN: 'https://cme.example.org' },
    { TRUST_PROXY: 'true' },
    { HOST: '0.0.0.0' }
  ])('is nobody where others can ask and no token is set: %o', (variables) => {
    expect(ask(variables, null)).toBe('off');
    expect(ask(variables, 'Bearer null')).toBe('off');
  });

  it.each([
    [`Bearer ${token}`, 'yes'],
    [`Bearer ${token}x`, 'no'],
    [token, 'no'],
    ['Bearer ', 'no'],
    [null, 'no']
  ])('is who sends the token, once one is set, on this machine too: %s → %s', (authorization, verdict) => {
    expect(ask({ METRICS_TOKEN: token }, authorization)).toBe(verdict);
    expect(ask({ METRICS_TOKEN: token, HOST: '0.0.0.0' }, authorization)).toBe(verdict);
  });

  it('wants a token that nobody guesses', () => {
    expect(() => parseEnvironment({ METRICS_TOKEN: 'secret' })).toThrow(/METRICS_TOKEN must have 24/);
  });
});
