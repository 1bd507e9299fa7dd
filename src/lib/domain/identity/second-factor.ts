import type { Role } from './role.ts';

/** Who writes what is taught, or sees other people's records, needs a second factor (ASVS 6.3.3). */
const NEEDING: readonly Role[] = ['educator', 'admin'];

/** What a person can show beside the password. Recovery codes are no factor: they stand in for one that is lost. */
export type Factors = {
  hasApp: boolean;
  passkeys: number;
  /** Recovery codes that were not used yet. */
  recoveryCodes: number;
};

/** Whether a second factor is asked at sign-in. */
export function hasFactor({ hasApp, passkeys }: Pick<Factors, 'hasApp' | 'passkeys'>): boolean {
  return hasApp || passkeys > 0;
}

/** Whether a person of these roles must have a second factor. */
export function mustHaveFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => NEEDING.includes(role));
}

/** The roles that count in a session, and those that count once a second factor is shown in it. */
export function rolesInForce(
  held: readonly Role[],
  hasSecondFactor: boolean
): { roles: Role[]; lockedRoles: Role[] } {
  const isLocked = (role: Role) => !hasSecondFactor && NEEDING.includes(role);
  return { roles: held.filter((role) => !isLocked(role)), lockedRoles: held.filter(isLocked) };
}

/** Whether a person may give up a factor and be left with these: who must have one may not give up the last. */
export function mayBeLeftWith(left: Pick<Factors, 'hasApp' | 'passkeys'>, roles: readonly Role[]): boolean {
  return hasFactor(left) || !mustHaveFactor(roles);
}
