import { decodeJwt } from 'jose';
import { credentialIdOf } from '#lib/domain/badge/badge-addresses.ts';
import { CONTEXTS } from '#lib/domain/badge/badge-credential.ts';
import { isPublicName } from '#lib/domain/badge/is-public-name.ts';
import { objectAt, type JsonObject } from '#lib/domain/badge/json.ts';
import type { Executor } from '../db/index.ts';
import {
  listRevokedBadges,
  selectOptionalBadgeOfAchievement,
  selectOptionalBadgeOfIssuer
} from './queries.ts';

/** The achievement under its public address, as the badges state it; null: no badge has it. */
export async function readAchievement(db: Executor, achievementId: string): Promise<JsonObject | null> {
  if (!isPublicName(achievementId)) return null;
  const badge = await selectOptionalBadgeOfAchievement(db, achievementId);
  if (badge === null) return null;
  const subject = objectAt(decodeJwt(badge.jwt), 'credentialSubject');
  const achievement = subject && objectAt(subject, 'achievement');
  return achievement && { '@context': CONTEXTS, ...achievement };
}

/** The issuer's profile under its public address; null: no badge has this issuer. */
export async function readIssuer(db: Executor, issuerId: string): Promise<JsonObject | null> {
  const badge = isPublicName(issuerId) ? await selectOptionalBadgeOfIssuer(db, issuerId) : null;
  const issuer = badge && objectAt(decodeJwt(badge.jwt), 'issuer');
  return issuer && { '@context': CONTEXTS, ...issuer };
}

/** The reason of an admin may speak of a person: it is not public. */
const REASONS = {
  superseded: 'The certificate was corrected; a newer one replaces it.',
  revoked: 'The certificate was revoked.'
} as const;

/** The issuer's 1EdTechRevocationList; null: no badge has this issuer. */
export async function readRevocations(db: Executor, issuerId: string): Promise<JsonObject | null> {
  const badge = isPublicName(issuerId) ? await selectOptionalBadgeOfIssuer(db, issuerId) : null;
  const status = badge && objectAt(decodeJwt(badge.jwt), 'credentialStatus');
  if (!badge || !status) return null;
  const revoked = await listRevokedBadges(db, issuerId);
  return {
    id: status['id'],
    issuer: decodeJwt(badge.jwt).iss,
    revokedCredentials: revoked.map(({ id, why }) => ({
      id: credentialIdOf(id),
      revoked: true,
      revocationReason: REASONS[why]
    }))
  };
}
