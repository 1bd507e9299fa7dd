import { describe, expect, it } from 'vitest';
import { codeOfStep, describeSecret, findStep } from './authenticator-code.ts';

/** RFC 6238, appendix B: the secret, and the last six of the eight digits that it lists for SHA-1. */
const SECRET = new TextEncoder().encode('12345678901234567890');
const VECTORS = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130']
] as const;

describe('codes of authenticator apps', () => {
  it.each(VECTORS)('are those of RFC 6238 at second %i', (second, code) => {
    const step = Math.floor(second / 30);
    expect(codeOfStep(SECRET, step)).toBe(code);
    const now = new Date(second * 1000);
    expect(findStep(SECRET, { code, lastStep: 0, now })).toBe(step);
    expect(findStep(SECRET, { code, lastStep: step, now }), 'used').toBeNull();
  });

  it('are taken one step early and one step late, and no further', () => {
    const code = codeOfStep(SECRET, 1000);
    const at = (step: number) => findStep(SECRET, { code, lastStep: 0, now: new Date(step * 30_000) });
    expect([998, 999, 1000, 1001, 1002].map(at)).toEqual([null, 1000, 1000, 1000, null]);
  });

  it('are nothing else', () => {
    const now = new Date(59_000);
    for (const code of ['', '287083', '28708', '2870820', '２８７０８２'])
      expect(findStep(SECRET, { code, lastStep: 0, now }), code).toBeNull();
  });

  it('come from a secret that can be typed, or read from a QR code', () => {
    const { text, address } = describeSecret(SECRET, { email: 'ana@example.org', host: 'cme.example.org' });
    expect(text).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
    const url = new URL(address);
    expect(url.protocol).toBe('otpauth:');
    expect(decodeURIComponent(url.pathname)).toContain('Footnote (cme.example.org):ana@example.org');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      issuer: 'Footnote (cme.example.org)',
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      algorithm: 'SHA1',
      digits: '6',
      period: '30'
    });
  });
});
