import { seal, unseal } from '../seal.ts';

/** Whose secret it is, and SIGNING_SECRET; null: none was set. */
type Owner = { personId: string; signingSecret: string | null };

const lockOf = ({ personId, signingSecret }: Owner) => ({
  secret: signingSecret,
  boundTo: `authenticator-app ${personId}`
});

/** The secret of an authenticator app as it is stored. */
export const sealAppSecret = (bytes: Uint8Array, owner: Owner): Uint8Array => seal(bytes, lockOf(owner));

/** The secret again; null where it was sealed under another SIGNING_SECRET. */
export const unsealAppSecret = (sealed: Uint8Array, owner: Owner): Uint8Array | null =>
  unseal(sealed, lockOf(owner));
