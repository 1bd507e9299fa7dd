import { expect, it } from 'vitest';
import { usedSecondFactor } from './used-second-factor.ts';

it('believes in a second factor where the token says so in a way that is known', () => {
  for (const claims of [
    { amr: ['mfa'] },
    { amr: ['pwd', 'otp'] },
    { amr: ['pin', 'fpt'] },
    { acr: 'https://refeds.org/profile/mfa' },
    { acr: 'phr', amr: [] }
  ])
    expect(usedSecondFactor(claims), JSON.stringify(claims)).toBe(true);
});

it('believes in none where it says one factor, or something else', () => {
  for (const claims of [
    {},
    { amr: ['pwd'] },
    { amr: ['pwd', 'pin'] },
    { amr: ['otp'] },
    { amr: 'mfa' },
    { amr: [['mfa']] },
    { acr: '1' },
    { acr: ['phr'] },
    { amr: ['mfa-optional'] }
  ])
    expect(usedSecondFactor(claims), JSON.stringify(claims)).toBe(false);
});
