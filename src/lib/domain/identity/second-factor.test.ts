import { describe, expect, it } from 'vitest';
import { openSteps, readOneTimeCode, stepAt } from './one-time-code.ts';
import { mayBeLeftWith, rolesInForce } from './second-factor.ts';

describe('the second factor', () => {
  it('brings the roles into force that need it, and no other role waits for it', () => {
    const held = ['clinician', 'educator', 'admin'] as const;
    expect(rolesInForce(held, false)).toEqual({ roles: ['clinician'], lockedRoles: ['educator', 'admin'] });
    expect(rolesInForce(held, true)).toEqual({ roles: [...held], lockedRoles: [] });
    expect(rolesInForce([], false)).toEqual({ roles: [], lockedRoles: [] });
  });

  it('may be given up by clinicians, and by others as long as another one is left', () => {
    const none = { hasApp: false, passkeys: 0 };
    expect(mayBeLeftWith(none, ['clinician'])).toBe(true);
    expect(mayBeLeftWith(none, ['clinician', 'educator'])).toBe(false);
    expect(mayBeLeftWith(none, ['admin'])).toBe(false);
    expect(mayBeLeftWith({ ...none, passkeys: 1 }, ['admin'])).toBe(true);
    expect(mayBeLeftWith({ ...none, hasApp: true }, ['admin'])).toBe(true);
  });
});

describe('codes of 30 seconds', () => {
  const now = new Date(59_999);

  it('are taken one step either way, and none that is not later than the last one used', () => {
    expect(stepAt(now)).toBe(1);
    expect(stepAt(new Date(60_000))).toBe(2);
    expect(openSteps(now, 0)).toEqual([1, 2]);
    expect(openSteps(now, -1)).toEqual([0, 1, 2]);
    expect(openSteps(now, 1)).toEqual([2]);
    expect(openSteps(now, 2)).toEqual([]);
  });

  it('are read with blanks and full-width digits, and never as anything but six digits', () => {
    expect(readOneTimeCode(' 123 456 ')).toBe('123456');
    expect(readOneTimeCode('123-456')).toBe('123456');
    expect(readOneTimeCode('123456')).toBe('123456');
    for (const typed of ['', '12345', '1234567', '12345a', '١٢٣٤٥٦', '-12345', '1e5'])
      expect(readOneTimeCode(typed), typed).toBeNull();
  });
});
