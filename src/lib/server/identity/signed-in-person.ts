import type { Role } from '#lib/domain/identity/role.ts';

/** Who is asking, as far as every request needs it. */
export type SignedInPerson = {
  id: string;
  sessionIdHash: Uint8Array;
  email: string;
  givenName: string;
  roles: Role[];
};
