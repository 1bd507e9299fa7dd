import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import jsonld from 'jsonld';
import { listOf, type JsonObject } from '#lib/domain/badge/json.ts';
import { knownContext } from '#lib/server/badge/known-contexts.ts';

const ed = generateKeyPairSync('ed25519');

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Bytes as multibase writes them (base58btc). */
export function base58(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = (ALPHABET[Number(number % 58n)] ?? '') + text;
  // A zero in front counts: a signature begins with one in one of 256 cases.
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return `z${'1'.repeat(zeros === -1 ? bytes.length : zeros)}${text}`;
}

const edX = Buffer.from(ed.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
/** The public key of these proofs. */
export const multikey = base58(Buffer.concat([Uint8Array.of(0xed, 0x01), edX]));

async function canonicalHash(document: JsonObject): Promise<Buffer> {
  const text = await jsonld.canonize(document, {
    canonizeOptions: { algorithm: 'RDFC-1.0', format: 'application/n-quads', maxWorkFactor: 1 },
    safe: true,
    documentLoader: async (address) => ({
      document: knownContext(address),
      documentUrl: address,
      contextUrl: undefined
    })
  });
  return createHash('sha256').update(text).digest();
}

/** Adds a proof as the recommendation Data Integrity EdDSA Cryptosuites describes it. */
export async function proven(document: JsonObject, changes: JsonObject = {}): Promise<JsonObject> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2025-03-01T09:00:00Z',
    verificationMethod: `did:key:${multikey}#${multikey}`,
    proofPurpose: 'assertionMethod',
    ...changes
  };
  const config = await canonicalHash({ '@context': document['@context'], ...options });
  const data = Buffer.concat([config, await canonicalHash(document)]);
  return { ...document, proof: { ...options, proofValue: base58(sign(null, data, ed.privateKey)) } };
}

/** The same with something changed in the proof after it was made. */
export const withProof = async (document: JsonObject, change: (proof: JsonObject) => JsonObject) => {
  const whole = await proven(document);
  return {
    ...whole,
    proof: listOf(whole['proof']).map((proof) => ({ ...Object(proof), ...change(Object(proof)) }))
  };
};
