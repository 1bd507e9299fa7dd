import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeMultibase } from '#lib/server/badge/multikey.ts';
import { base58 } from '../../support/data-integrity.ts';

it('reads any bytes written as multibase, zeros in front too', () => {
  const zeros = fc.integer({ min: 0, max: 3 }).map((count) => new Uint8Array(count));
  fc.assert(
    fc.property(zeros, fc.uint8Array({ minLength: 1, maxLength: 64 }), (front, rest) => {
      const bytes = Uint8Array.from([...front, ...rest]);
      expect(decodeMultibase(base58(bytes))).toEqual(bytes);
    })
  );
});
