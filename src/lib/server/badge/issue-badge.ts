import { randomBytes } from 'node:crypto';
import { achievementOf, issuerOf } from '#lib/domain/badge/achievement.ts';
import { badgeCredential } from '#lib/domain/badge/badge-credential.ts';
import { certificateCheck } from '#lib/domain/certificate/certificate-check.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { lockStandingDocument } from '../certificate/lock-document.ts';
import type { IssuedDocument } from '../certificate/record-queries.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { contentId, sha256Hex } from './digest.ts';
import { ensureSigningKey } from './ensure-signing-key.ts';
import { openKey } from './key-box.ts';
import { selectOptionalKeyInUse } from './key-queries.ts';
import { insertBadge, selectActivityStart, selectEmail, selectOptionalBadge, type Badge } from './queries.ts';
import { signCredential, type OpenSigningKey } from './sign-credential.ts';

export type NoBadge =
  /** No secret was set: badges are off on this site. */
  | 'badges-off'
  /** The key in use was made under another secret. */
  | 'key-locked'
  /** The certificate was corrected or revoked before a badge was asked for, or there is none. */
  | 'not-current';

type Issue = { certificateId: string; origin: string; secret: string | null; now: Date };

async function openKeyInUse(tx: Executor, secret: string): Promise<OpenSigningKey | null> {
  const key = await selectOptionalKeyInUse(tx);
  if (key === null) return null;
  const privatePem = await openKey(key.encryptedPrivateKey, { secret, kid: key.kid });
  return privatePem === null ? null : { kid: key.kid, publicJwk: key.publicJwk, privatePem };
}

/** Makes and signs the badge; the salt keeps the address from being looked up in a list of hashes. */
async function make(
  tx: Executor,
  { certificate, key, origin }: { certificate: IssuedDocument; key: OpenSigningKey; origin: string }
) {
  const { document, personId, code } = certificate;
  const id = crypto.randomUUID();
  const email = await selectEmail(tx, personId);
  const salt = randomBytes(16).toString('hex');
  const issuerId = contentId(issuerOf(document, origin));
  const achievementId = contentId([achievementOf(document), origin]);
  const credential = badgeCredential({
    badgeId: id,
    subjectId: crypto.randomUUID(),
    achievementId,
    issuerId,
    document,
    verification: certificateCheck(origin, code).address,
    origin,
    email: { hash: sha256Hex(email.toLowerCase() + salt), salt },
    startedAt: await selectActivityStart(tx, certificate.id),
    certificateIssuedAt: certificate.issuedAt
  });
  return { id, achievementId, issuerId, jwt: await signCredential(credential, { key, origin }) };
}

async function insert(
  tx: Executor,
  input: { certificate: IssuedDocument; key: OpenSigningKey; origin: string; now: Date }
): Promise<Badge> {
  const { id: certificateId, personId } = input.certificate;
  const made = await make(tx, input);
  const badge = { ...made, certificateId };
  await insertBadge(tx, { ...badge, kid: input.key.kid, issuedAt: input.now });
  await insertAuditEvent(tx, {
    at: input.now,
    actorId: personId,
    action: 'badge.issue',
    subject: { kind: 'badge', id: badge.id },
    detail: { certificateId, kid: input.key.kid }
  });
  return badge;
}

/**
 * The badge of a certificate, issued the first time that it is asked for and frozen from then on: the same bytes for
 * every download, also after a correction or with badges switched off. The caller
 * has seen that the certificate exists and whose it is.
 */
export async function issueBadge(db: Executor, issue: Issue): Promise<Result<Badge, NoBadge>> {
  const { certificateId, origin, secret, now } = issue;
  const known = await selectOptionalBadge(db, certificateId);
  if (known) return success(known);
  if (secret === null) return failure('badges-off');
  await ensureSigningKey(db, { secret, now });
  return db.transaction(async (tx) => {
    const standing = await lockStandingDocument(tx, certificateId);
    const first = await selectOptionalBadge(tx, certificateId);
    if (first) return success(first);
    if (!standing.ok) return failure('not-current');
    const key = await openKeyInUse(tx, secret);
    if (key === null) return failure('key-locked');
    return success(await insert(tx, { certificate: standing.value, key, origin, now }));
  });
}
