import { createHash, verify } from 'node:crypto';
import jsonld from 'jsonld';
import type { SignatureOutcome } from '#lib/domain/badge/badge-report.ts';
import { isJsonObject, listOf, type JsonObject } from '#lib/domain/badge/json.ts';
import { isKnownContext, knownContext } from './known-contexts.ts';
import { decodeMultibase, ed25519Key } from './multikey.ts';

const unchecked = (why: string): SignatureOutcome => ({ kind: 'unchecked', why: `The signature. ${why}` });
const wrong = (why: string): SignatureOutcome => ({ kind: 'wrong', why });

/** Canonical RDF (RDFC-1.0) of a document. `safe`: a term that its contexts do not define would not be signed, so it throws. */
async function canonical(document: JsonObject): Promise<string> {
  return jsonld.canonize(document, {
    // The work factor makes it give up on graphs that are built to take forever.
    canonizeOptions: { algorithm: 'RDFC-1.0', format: 'application/n-quads', maxWorkFactor: 1 },
    safe: true,
    documentLoader: async (address: string) => ({
      document: knownContext(address),
      documentUrl: address,
      contextUrl: undefined
    })
  });
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest();

/** The key in a verification method: the did:key itself, or the Multikey that stands behind the `#` of an address. */
function keyTextOf(method: string): string {
  const fragment = method.split('#').at(-1) ?? '';
  return fragment.replace(/^did:key:/, '');
}

/** What is wrong with a verification method whoever looks, or why its key cannot be known here; null: neither. */
function methodProblem(method: unknown): SignatureOutcome | null {
  if (typeof method !== 'string' || !/^[a-z][a-z0-9+.-]*:/i.test(method))
    return wrong('Its verificationMethod is no address and no DID, so it names no key.');
  if (!/^(https?|did):/i.test(method))
    return wrong('Its verificationMethod is neither a web address nor a DID, so nobody can look the key up.');
  if (method.startsWith('did:example:'))
    return wrong(
      'Its verificationMethod is a did:example. Such DIDs are for documentation; no key can be behind them.'
    );
  if (/^did:(?!key:|web:)/.test(method))
    return unchecked('Its key is behind a kind of DID that this site cannot look up.');
  if (method.startsWith('did:web:') && !method.includes('#z')) return unchecked('Its key is elsewhere.');
  if (/^https?:/i.test(method) && !method.includes('#z')) return unchecked('Its key is elsewhere.');
  return null;
}

/** What a proof speaks of; its canonical text is worked out once for all proofs. */
type Signed = { document: JsonObject; canonical: () => Promise<string> };

async function verifyEddsa(credential: Signed, proof: JsonObject): Promise<SignatureOutcome> {
  const { document } = credential;
  const problem = methodProblem(proof['verificationMethod']);
  if (problem) return problem;
  const method = String(proof['verificationMethod']);
  const key = ed25519Key(keyTextOf(method));
  if (key === null) return wrong('The key that its verificationMethod names is no Ed25519 key.');
  const { proofValue, ...options } = proof;
  const signature = typeof proofValue === 'string' ? decodeMultibase(proofValue) : null;
  if (signature?.length !== 64) return wrong('Its proofValue is no Ed25519 signature.');
  if (!listOf(document['@context']).every(isKnownContext))
    return unchecked(
      'It uses a JSON-LD context that this site does not hold, so what was signed cannot be worked out.'
    );
  try {
    const config = await canonical({ '@context': document['@context'], ...options });
    const data = Buffer.concat([sha256(config), sha256(await credential.canonical())]);
    if (!verify(null, data, key, signature))
      return wrong('The signature does not fit: it was changed, or signed with another key.');
  } catch {
    return unchecked(
      'Its text has terms that its contexts do not define, so what was signed cannot be worked out.'
    );
  }
  const whose = method.startsWith('did:key:')
    ? 'the did:key that it names'
    : 'the key that stands in its verificationMethod';
  return { kind: 'fits', ours: false, by: whose };
}

async function verifyProof(credential: Signed, proof: unknown): Promise<SignatureOutcome> {
  if (!isJsonObject(proof)) return wrong('Its proof is no object.');
  const { type, cryptosuite, proofPurpose } = proof;
  const suite = type === 'DataIntegrityProof' ? cryptosuite : type;
  if (suite !== 'eddsa-rdfc-2022')
    return unchecked(
      `It has a proof of the kind “${String(suite).slice(0, 40)}”; this site knows JWT and eddsa-rdfc-2022.`
    );
  if (proofPurpose !== 'assertionMethod')
    return wrong('Its proof was not made to assert something (proofPurpose).');
  return verifyEddsa(credential, proof);
}

/** The text of a credential is canonicalised in memory: larger ones than this are not, because it
 * takes up to a second. In characters of JSON. */
const LARGEST = 40_000;

/**
 * Checks the proofs inside a credential (Data Integrity, eddsa-rdfc-2022) without a network: contexts stand in the
 * program. One proof that fits is enough (OB 3.0 §8.1); a wrong one counts where none fits.
 */
export async function verifyDataIntegrity(credential: JsonObject): Promise<SignatureOutcome> {
  const { proof, ...document } = credential;
  const proofs = listOf(proof);
  if (proofs.length === 0) return wrong('It has no proof: anybody could have written it.');
  if (proofs.length > 5 || JSON.stringify(document).length > LARGEST)
    return unchecked('It is larger than this site checks.');
  let text: Promise<string> | null = null;
  const signed = { document, canonical: () => (text ??= canonical(document)) };
  const outcomes: SignatureOutcome[] = [];
  for (const each of proofs) outcomes.push(await verifyProof(signed, each));
  const rank = ({ kind }: SignatureOutcome) => ['fits', 'wrong', 'unchecked'].indexOf(kind);
  const [best] = outcomes.toSorted((one, other) => rank(one) - rank(other));
  return best ?? wrong('It has no proof.');
}
