import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecoveryCode, readRecoveryCode, RECOVERY_CODE_BYTES } from './recovery-code.ts';

const bytes = fc.uint8Array({ minLength: RECOVERY_CODE_BYTES, maxLength: RECOVERY_CODE_BYTES });

describe('a recovery code', () => {
  it('has 120 random bits in six groups without signs that are misread', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = formatRecoveryCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/);
        const bits = [...random].map((byte) => byte % 32);
        const others = random.map((byte, index) => (index === 3 ? byte ^ 1 : byte));
        expect(formatRecoveryCode(others), `${bits.join(' ')}: every bit counts`).not.toBe(code);
      })
    );
  });

  it('is read however it is typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = formatRecoveryCode(random);
        expect(readRecoveryCode(code)).toBe(code);
        expect(readRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
        expect(readRecoveryCode(code.replaceAll('-', '–').replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(
          code
        );
      })
    );
  });

  it('is nothing else', () => {
    const typed = [
      '',
      '123456',
      'ABCD-EFGH-JKMN',
      'ABCD-EFGH-JKMN-PQRS-TVWX-YZ0U',
      'ABCD-EFGH-JKMN-PQRS-TVWX-YZ012',
      '💊'.repeat(24)
    ];
    for (const each of typed) expect(readRecoveryCode(each), each).toBeNull();
  });
});
