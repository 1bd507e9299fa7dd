import { expect, it } from 'vitest';
import { foreignBadge, FOREIGN_CLAIMS } from '../../../../tests/support/foreign-badge.ts';
import { claimFaults } from './claim-faults.ts';

it.each<[string, Record<string, unknown>, RegExp | null]>([
  ['all of them', {}, null],
  ['no subject, as the samples of the standard', { sub: undefined }, null],
  ['another issuer', { iss: 'https://elsewhere.example' }, /iss differs from issuer\.id/],
  ['another subject', { sub: 'urn:x:1' }, /sub differs/],
  ['another id', { jti: 'urn:x:1' }, /jti differs/],
  ['another date', { nbf: 1 }, /nbf differs/],
  ['no id', { jti: undefined }, /jti is missing/],
  ['no expiry where the credential has one', { validUntil: '2030-01-01T00:00:00Z' }, /exp differs/]
])('repeat the credential: %s', (_, changes, fault) => {
  const faults = claimFaults({ ...foreignBadge(), ...FOREIGN_CLAIMS, ...changes });
  expect(faults).toEqual(fault === null ? [] : [expect.stringMatching(fault)]);
});

it('repeat the credential in the claim vc, as the first edition has it', () => {
  expect(claimFaults({ vc: foreignBadge(), ...FOREIGN_CLAIMS })).toEqual([]);
  expect(claimFaults({ vc: foreignBadge({ id: 'urn:x:1' }), ...FOREIGN_CLAIMS })).toHaveLength(1);
});
