import type { Role } from '#lib/domain/identity/role.ts';

/** Who is asking, as far as every request needs it. */
export type SignedInPerson = {
  id: string;
  sessionIdHash: Uint8Array;
  /** When they last proved who they are: at sign-in, or again since. */
  provenAt: Date;
  email: string;
  givenName: string;
  /** The roles that count in this session. */
  roles: Role[];
  /** Roles held that count once a second factor is shown in this session; see domain/identity/second-factor.ts. */
  lockedRoles: Role[];
  /** Whether a second factor was shown in this session. */
  hasSecondFactor: boolean;
};
