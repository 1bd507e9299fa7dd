import { decodeJwt } from 'jose';
import {
  claimedBadgeId,
  reportForeign,
  statedFacts,
  type BadgeReport,
  type SignatureOutcome
} from '#lib/domain/badge/badge-report.ts';
import { claimFaults, credentialInPayload } from '#lib/domain/badge/claim-faults.ts';
import { findCredential, type NotFound } from '#lib/domain/badge/find-credential.ts';
import { objectAt, type JsonObject } from '#lib/domain/badge/json.ts';
import { structureFaults } from '#lib/domain/badge/structure-faults.ts';
import { timeFaults } from '#lib/domain/badge/time-faults.ts';
import { certificateState, stateWords } from '#lib/domain/certificate/certificate-state.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { selectOptionalDocument } from '../certificate/record-queries.ts';
import type { Executor } from '../db/index.ts';
import { readKey } from './list-keys.ts';
import { selectOptionalBadgeById } from './queries.ts';
import { verifyDataIntegrity } from './verify-data-integrity.ts';
import { readHeader, verifyJws } from './verify-jws.ts';

type Where = { now: Date; origin: string };

const POSES = 'It names this site as its issuer, but was not signed with a key of this site.';
const NOT_ON_RECORD = 'It is signed with a key of this site, but this site has no such badge on record.';

/** A badge that claims to come from here and was not signed here is an impostor, whatever else is right about it. */
const poses = (credential: JsonObject, { origin }: Where) =>
  String(objectAt(credential, 'issuer')?.['id'] ?? credential['issuer']).startsWith(`${origin}/`);

function decodePayload(jwt: string): JsonObject | null {
  try {
    return { ...decodeJwt(jwt) };
  } catch {
    return null;
  }
}

/** The key of this site that a header names by its address, or null. */
async function ourKey(db: Executor, jwt: string): Promise<JsonObject | null> {
  const kid = readHeader(jwt)?.['kid'];
  return typeof kid === 'string' ? readKey(db, kid.split('/').at(-1) ?? '') : null;
}

/** The report on a badge whose signature is ours: our records decide whether it holds today. */
async function reportOwn(
  db: Executor,
  { jwt, credential, faults }: { jwt: string; credential: JsonObject; faults: string[] }
): Promise<BadgeReport> {
  const id = claimedBadgeId(credential);
  const badge = id === null ? null : await selectOptionalBadgeById(db, id);
  const certificate = badge?.jwt === jwt ? await selectOptionalDocument(db, badge.certificateId) : null;
  const state = certificate && stateWords(certificateState(certificate));
  const all = [...faults, ...(certificate ? [] : [NOT_ON_RECORD]), ...(state ? [state.sentence] : [])];
  return {
    verdict: all.length > 0 ? 'broken' : 'valid',
    isDemonstration: certificate?.document.demonstration ?? false,
    faults: all,
    checked: [
      'This site signed it, and not one character of it was changed since.',
      ...(all.length > 0 ? [] : ['The certificate behind it stands: it was neither corrected nor revoked.'])
    ],
    unchecked: ['That whoever shows it is the person whom it names.'],
    facts: statedFacts(credential)
  };
}

async function reportJwt(db: Executor, jwt: string, where: Where): Promise<Result<BadgeReport, NotFound>> {
  const payload = decodePayload(jwt);
  if (payload === null)
    return failure('This is no badge: expected a signed text of three parts, JSON, a PNG or an SVG.');
  const credential = credentialInPayload(payload);
  const signature = await verifyJws(jwt, await ourKey(db, jwt));
  const faults = [
    ...structureFaults(credential),
    ...claimFaults(payload),
    ...timeFaults(credential, { now: where.now, exp: payload['exp'] })
  ];
  if (signature.kind === 'fits' && signature.ours)
    return success(await reportOwn(db, { jwt, credential, faults }));
  return success(foreign(credential, { signature, faults, where }));
}

function foreign(
  credential: JsonObject,
  { signature, faults, where }: { signature: SignatureOutcome; faults: string[]; where: Where }
): BadgeReport {
  const all = poses(credential, where) ? [POSES, ...faults] : faults;
  return reportForeign(credential, { signature, faults: all });
}

/**
 * Checks a badge as a file or pasted text: form, dates and signature, and for our own our records. It asks nobody over
 * the network, so of a badge from elsewhere it says what it could not check.
 */
export async function verifyBadge(
  db: Executor,
  bytes: Uint8Array,
  where: Where
): Promise<Result<BadgeReport, NotFound>> {
  const found = findCredential(bytes);
  if (!found.ok) return found;
  if (found.value.form === 'jwt') return reportJwt(db, found.value.jwt, where);
  const { value: credential } = found.value;
  const signature = await verifyDataIntegrity(credential);
  const faults = [...structureFaults(credential), ...timeFaults(credential, where)];
  return success(foreign(credential, { signature, faults, where }));
}
