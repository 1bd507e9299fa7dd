import { compactVerify, decodeProtectedHeader, errors, importJWK, type JWK } from 'jose';
import type { SignatureOutcome } from '#lib/domain/badge/badge-report.ts';
import { isJsonObject, type JsonObject } from '#lib/domain/badge/json.ts';
import { ed25519Key } from './multikey.ts';

/** Asymmetric algorithms alone: with `none` or an HMAC anybody who has the public key could sign. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519'
];

/** The key of a JWS: it, whose it is, or why there is none to check with. */
type KeyFound = { key: JWK; by: string; ours: boolean } | Exclude<SignatureOutcome, { kind: 'fits' }>;

const EMBEDDED = 'the key that the badge itself carries';

function publicOnly(jwk: JsonObject): KeyFound {
  if ('d' in jwk || 'k' in jwk || 'p' in jwk)
    return { kind: 'wrong', why: 'It carries a secret key: anybody could have signed it.' };
  const { kty, n, e, crv, x, y } = jwk;
  if (typeof kty !== 'string') return { kind: 'wrong', why: 'The key in it is no key.' };
  const fields = Object.entries({ n, e, crv, x, y }).filter(([, value]) => typeof value === 'string');
  return { key: { kty, ...Object.fromEntries(fields) }, by: EMBEDDED, ours: false };
}

function jwkOfDid(did: string): KeyFound {
  const encoded = did.slice('did:jwk:'.length).split('#')[0] ?? '';
  try {
    const jwk: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    if (isJsonObject(jwk)) return publicOnly(jwk);
  } catch {
    // Told below, as any other text that is no key.
  }
  return { kind: 'wrong', why: 'The did:jwk that it names is no key.' };
}

/** The key that a `kid` is or names. Nothing is fetched: neither `kid` nor the headers `jku` and `x5u`. */
function keyOfId(kid: string): KeyFound {
  if (kid.startsWith('did:jwk:')) return jwkOfDid(kid);
  if (!kid.startsWith('did:key:'))
    return {
      kind: 'unchecked',
      why: 'The signature. Its key is elsewhere, and this page asks nobody over the network.'
    };
  const key = ed25519Key(kid.slice('did:key:'.length).split('#')[0] ?? '');
  if (key === null)
    return { kind: 'unchecked', why: 'The signature. Its did:key is of a kind that this site cannot read.' };
  const { x = '' } = key.export({ format: 'jwk' });
  return { key: { kty: 'OKP', crv: 'Ed25519', x }, by: 'the did:key that it names', ours: false };
}

function keyOf(header: JsonObject, ourKey: JsonObject | null): KeyFound {
  if (ourKey !== null) {
    const found = publicOnly(ourKey);
    return 'key' in found ? { ...found, by: 'a key of this site', ours: true } : found;
  }
  if (isJsonObject(header['jwk'])) return publicOnly(header['jwk']);
  if (typeof header['kid'] === 'string') return keyOfId(header['kid']);
  return { kind: 'wrong', why: 'Its header names no key (kid or jwk), so nobody can check the signature.' };
}

/** The header of a compact JWS, or null where it has none that can be read. */
export function readHeader(jwt: string): JsonObject | null {
  try {
    return { ...decodeProtectedHeader(jwt) };
  } catch {
    return null;
  }
}

const WRONG = 'The signature does not fit: it was changed, or signed with another key.';

/** Checks the signature of a compact JWS. `ourKey`: the key of this site that its header names, if it does. */
export async function verifyJws(jwt: string, ourKey: JsonObject | null): Promise<SignatureOutcome> {
  const header = readHeader(jwt);
  const alg = header?.['alg'];
  if (header === null || typeof alg !== 'string') return { kind: 'wrong', why: 'Its header cannot be read.' };
  if (!ALGORITHMS.includes(alg))
    return {
      kind: 'wrong',
      why: `It is signed with “${alg.slice(0, 20)}”, which proves nothing: expected RS256.`
    };
  const found = keyOf(header, ourKey);
  if (!('key' in found)) return found;
  try {
    await compactVerify(jwt, await importJWK(found.key, alg), { algorithms: ALGORITHMS });
    return { kind: 'fits', ours: found.ours, by: found.by };
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return { kind: 'wrong', why: WRONG };
    return {
      kind: 'wrong',
      why: 'The signature cannot be checked with the key that it names: too short, or of another kind.'
    };
  }
}
