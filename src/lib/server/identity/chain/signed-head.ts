import { CompactSign, compactVerify, importJWK } from 'jose';
import { canonicalJson } from '#lib/domain/identity/chain/canonical-json.ts';
import type { HeadKey } from './head-key.ts';

/** What a head says: up to this position, which is also the count of sealed events, the chain came to this hash. */
export type Head = { day: string; at: string; position: number; hash: string };

/** A head with its signature (JWS in compact form) and the key that checks it; both null where no secret was set. */
export type SignedHead = Head & { publicKey: Record<string, unknown> | null; signature: string | null };

const payloadOf = ({ day, at, position, hash }: Head) =>
  new TextEncoder().encode(canonicalJson({ day, at, position, hash }));

/** Signs a head. */
export async function signHead(head: Head, { privateKey, publicJwk }: HeadKey): Promise<SignedHead> {
  const signature = await new CompactSign(payloadOf(head))
    .setProtectedHeader({ alg: 'EdDSA', kid: publicJwk['kid'] ?? '' })
    .sign(privateKey);
  return { ...head, publicKey: publicJwk, signature };
}

/** Whether the signature of a head is by its key, and over what the head says. An unsigned head claims nothing. */
export async function isGenuineHead({ publicKey, signature, ...head }: SignedHead): Promise<boolean> {
  if (publicKey === null && signature === null) return true;
  if (publicKey === null || signature === null) return false;
  try {
    const key = await importJWK({ ...publicKey, kty: 'OKP', crv: 'Ed25519' }, 'EdDSA');
    const { payload } = await compactVerify(signature, key, { algorithms: ['EdDSA'] });
    return Buffer.from(payload).equals(Buffer.from(payloadOf(head)));
  } catch {
    return false;
  }
}
