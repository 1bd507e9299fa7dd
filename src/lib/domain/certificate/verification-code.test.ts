import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scriptRuns } from './script-runs.ts';
import {
  CODE_BYTES,
  groupVerificationCode,
  makeVerificationCode,
  normaliseVerificationCode
} from './verification-code.ts';

const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });

/** Any code points at all, lone surrogates and controls among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 40 })
  .map((points) => String.fromCodePoint(...points));

describe('verification codes', () => {
  it('are 26 signs of the alphabet without I, L, O and U', () => {
    expect(makeVerificationCode(new Uint8Array(17))).toBe('0'.repeat(26));
    expect(makeVerificationCode(new Uint8Array(17).fill(255))).toBe('Z'.repeat(26));
    fc.assert(fc.property(bytes, (chance) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(makeVerificationCode(chance))));
  });

  it('use 130 bits: a change in any of them changes the code', () => {
    const codes = Array.from({ length: 130 }, (_, bit) => {
      const chance = new Uint8Array(17);
      chance[Math.floor(bit / 8)] = 128 >> (bit % 8);
      return makeVerificationCode(chance);
    });
    expect(new Set(codes).size).toBe(130);
  });

  it('refuse to be made of less chance', () => {
    expect(() => makeVerificationCode(new Uint8Array(16))).toThrow();
  });

  it('are found however they are typed', () => {
    const code = '01234ABCDE56789FGHJKMNPQRS';
    for (const typed of [
      '01234-ABCDE-56789-FGHJK-MNPQRS',
      ' 01234 abcde 56789 fghjk mnpqrs ',
      'oi234abcde56789fghjkmnpqrs',
      'OL234–ABCDE–56789–FGHJK–MNPQRS'
    ]) {
      expect(normaliseVerificationCode(typed)).toBe(code);
    }
  });

  it.each(['', '0'.repeat(25), '0'.repeat(27), `${'0'.repeat(25)}U`, `${'0'.repeat(25)}é`, '0'.repeat(5000)])(
    'are not read into %j',
    (typed) => {
      expect(normaliseVerificationCode(typed)).toBeNull();
    }
  );

  it('come back from the groups in which they are printed', () => {
    fc.assert(
      fc.property(bytes, (chance) => {
        const code = makeVerificationCode(chance);
        return normaliseVerificationCode(groupVerificationCode(code).toLowerCase()) === code;
      })
    );
    expect(groupVerificationCode('01234ABCDE56789FGHJKMNPQRS')).toBe('01234-ABCDE-56789-FGHJK-MNPQRS');
  });
});

describe('runs of one typeface', () => {
  it('change the face for Chinese and Japanese alone', () => {
    expect(scriptRuns('Παπαδόπουλος 王小明, MD')).toEqual([
      { face: 'serif', text: 'Παπαδόπουλος ' },
      { face: 'cjk', text: '王小明' },
      { face: 'serif', text: ', MD' }
    ]);
  });

  it('lose nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        return (
          scriptRuns(text)
            .map((run) => run.text)
            .join('') === text
        );
      })
    );
  });
});
