import { expect, it } from 'vitest';
import { methodWords } from './session-words.ts';

it('says how somebody signed in', () => {
  expect(methodWords({ method: 'password', hasSecondFactor: false })).toBe('with a password');
  expect(methodWords({ method: 'password', hasSecondFactor: true })).toBe(
    'with a password and a second factor'
  );
  expect(methodWords({ method: 'passkey', hasSecondFactor: true })).toBe('with a passkey');
  expect(methodWords({ method: 'institution', hasSecondFactor: false })).toBe(
    'with an account of your institution'
  );
});
