import type { JsonObject } from '#lib/domain/badge/json.ts';

/** A badge of another site, whole and without proof; what `changes` names at the top is exchanged. */
export function foreignBadge(changes: JsonObject = {}): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
    ],
    id: 'https://badges.example.net/credentials/7',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Airway course',
    issuer: { id: 'https://badges.example.net/issuer', type: ['Profile'], name: 'Example Hospital' },
    validFrom: '2025-03-01T09:00:00Z',
    credentialSubject: {
      id: 'urn:uuid:0b4b1a38-6a1e-4f0e-9d0e-6f0a52a0c001',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://badges.example.net/achievements/airway',
        type: ['Achievement'],
        name: 'Airway course',
        description: 'Two days with simulation.',
        criteria: { narrative: 'Pass the final station.' }
      }
    },
    ...changes
  };
}

/** What a JWT says beside such a badge. */
export const FOREIGN_CLAIMS = {
  iss: 'https://badges.example.net/issuer',
  jti: 'https://badges.example.net/credentials/7',
  sub: 'urn:uuid:0b4b1a38-6a1e-4f0e-9d0e-6f0a52a0c001',
  nbf: Date.parse('2025-03-01T09:00:00Z') / 1000
};
