import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import { achievementOf, issuerOf } from './achievement.ts';
import { badgeAddresses, credentialIdOf } from './badge-addresses.ts';

/** What a badge is made of. Every word and amount comes from the frozen document. */
export type BadgeFacts = {
  badgeId: string;
  subjectId: string;
  achievementId: string;
  issuerId: string;
  document: CertificateDocument;
  /** Where anybody checks the certificate. */
  verification: string;
  origin: string;
  /** A salted SHA-256 of the holder's e-mail address. */
  email: { hash: string; salt: string };
  /** When the first attempt began; null where nobody knows. */
  startedAt: Date | null;
  certificateIssuedAt: Date;
};

/** The contexts of Open Badges 3.0.3, in their order; the third knows the types of status and schema. */
export const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'
] as const;

const SCHEMA = {
  id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  type: '1EdTechJsonSchemaValidator2019'
} as const;

/** An instant to the second: the claim `nbf` holds no more, and the two must be equal. */
const toSecond = (instant: Date) => instant.toISOString().replace(/\.\d+Z$/, 'Z');

const identity = (identityType: string, identityHash: string) =>
  ({ type: 'IdentityObject', hashed: false, identityHash, identityType }) as const;

function subjectOf(facts: BadgeFacts) {
  const { document, email, startedAt, origin, achievementId } = facts;
  const addresses = badgeAddresses(origin);
  const start = startedAt === null ? {} : { activityStartDate: toSecond(startedAt) };
  return {
    id: `urn:uuid:${facts.subjectId}`,
    type: ['AchievementSubject'],
    identifier: [
      { ...identity('emailAddress', `sha256$${email.hash}`), hashed: true, salt: email.salt },
      identity('name', document.holder)
    ],
    ...start,
    activityEndDate: `${document.completedOn}T23:59:59Z`,
    creditsEarned: document.quarterCredits / 4,
    achievement: {
      id: addresses.achievement(achievementId),
      type: ['Achievement'],
      ...achievementOf(document),
      image: { id: addresses.image(achievementId), type: 'Image', caption: achievementOf(document).name }
    }
  };
}

/** The credential as Open Badges 3.0 writes it (OpenBadgeCredential), to be signed as a JWT; it has no proof inside. */
export function badgeCredential(facts: BadgeFacts) {
  const { document, origin, issuerId, certificateIssuedAt } = facts;
  const addresses = badgeAddresses(origin);
  const { name, description } = achievementOf(document);
  return {
    '@context': CONTEXTS,
    id: credentialIdOf(facts.badgeId),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    description,
    issuer: { id: addresses.issuer(issuerId), type: ['Profile'], ...issuerOf(document, origin) },
    validFrom: toSecond(certificateIssuedAt),
    awardedDate: toSecond(certificateIssuedAt),
    credentialSubject: subjectOf(facts),
    evidence: [
      {
        id: facts.verification,
        type: ['Evidence'],
        name: 'Verification',
        description: 'What the issuer says of the certificate today: holder, activity, amount and status.'
      }
    ],
    credentialStatus: { id: addresses.revocations(issuerId), type: '1EdTechRevocationList' },
    credentialSchema: [SCHEMA]
  };
}

export type BadgeCredential = ReturnType<typeof badgeCredential>;

/** The registered claims that stand beside the credential in the payload; each repeats a field of it (OB 3.0 §8.2.4). */
export function claimsOf(credential: BadgeCredential) {
  return {
    iss: credential.issuer.id,
    jti: credential.id,
    sub: credential.credentialSubject.id,
    nbf: Date.parse(credential.validFrom) / 1000
  };
}
