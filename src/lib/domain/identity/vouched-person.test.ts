import { describe, expect, it } from 'vitest';
import { readVouchedPerson } from './vouched-person.ts';

describe('what an institution says of somebody', () => {
  it('gives names, and the address where it is verified', () => {
    const claims = {
      email: 'ana@hospital.example',
      email_verified: true,
      given_name: ' Ana ',
      family_name: 'Müller'
    };
    expect(readVouchedPerson(claims)).toEqual({
      email: 'ana@hospital.example',
      givenName: 'Ana',
      familyName: 'Müller'
    });
  });

  it('gives no address on a maybe', () => {
    for (const email_verified of [undefined, false, 'true', 1, null])
      expect(readVouchedPerson({ email: 'ana@hospital.example', email_verified }).email).toBeNull();
    expect(readVouchedPerson({ email: 'ana', email_verified: true }).email).toBeNull();
    expect(readVouchedPerson({ email: ['ana@hospital.example'], email_verified: true }).email).toBeNull();
  });

  it('leaves out a name that cannot be kept', () => {
    for (const given_name of ['a'.repeat(101), 'A\u202ena', 'A\nna', 7, { first: 'Ana' }])
      expect(readVouchedPerson({ given_name }).givenName).toBe('');
  });
});
