import { describe, expect, it } from 'vitest';
import { foreignBadge } from '../../../../tests/support/foreign-badge.ts';
import { isJsonObject, objectAt, type JsonObject } from './json.ts';
import { structureFaults } from './structure-faults.ts';
import { timeFaults } from './time-faults.ts';

const subject = objectAt(foreignBadge(), 'credentialSubject') ?? {};
const achievement = objectAt(subject, 'achievement') ?? {};
const issuer = objectAt(foreignBadge(), 'issuer') ?? {};

const withSubject = (changes: JsonObject) => foreignBadge({ credentialSubject: { ...subject, ...changes } });
const withAchievement = (changes: JsonObject) => withSubject({ achievement: { ...achievement, ...changes } });
const withIssuer = (changes: JsonObject) => foreignBadge({ issuer: { ...issuer, ...changes } });

const alignment = { type: ['Wrong'], targetName: 'x', targetUrl: 'https://example.net/x' };
const level = { id: 'urn:x:1', type: ['Wrong'], name: 'x' };
const description = { id: 'urn:x:2', type: ['ResultDescription'], name: 'x', resultType: 'Status' };

describe('the form of a badge', () => {
  it.each<[string, JsonObject]>([
    ['as it should be', foreignBadge()],
    ['with one type that stands alone', withIssuer({ type: 'Profile' })],
    [
      'of the first edition',
      foreignBadge({
        '@context': [
          'https://www.w3.org/2018/credentials/v1',
          'https://purl.imsglobal.org/spec/ob/v3p0/context.json'
        ],
        validFrom: undefined,
        issuanceDate: '2025-03-01T09:00:00+01:00',
        type: ['VerifiableCredential', 'AchievementCredential']
      })
    ],
    [
      'for a holder who is named by an identifier alone',
      withSubject({
        id: undefined,
        identifier: { type: 'IdentityObject', hashed: false, identityHash: 'x', identityType: 'name' }
      })
    ],
    [
      'an endorsement',
      foreignBadge({
        type: ['VerifiableCredential', 'EndorsementCredential'],
        credentialSubject: { id: 'https://example.net/x', type: ['EndorsementSubject'] }
      })
    ]
  ])('has no fault: %s', (_, credential) => {
    expect(structureFaults(credential)).toEqual([]);
  });

  it.each<[JsonObject, RegExp]>([
    [
      foreignBadge({ '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json' }),
      /begin with/
    ],
    [foreignBadge({ '@context': ['https://www.w3.org/ns/credentials/v2'] }), /does not name Open Badges/],
    [foreignBadge({ type: ['VerifiableCredential', 'OtherCredential'] }), /no Open Badge/],
    [foreignBadge({ type: ['OpenBadgeCredential'] }), /no Open Badge/],
    [foreignBadge({ id: undefined }), /^id is missing/],
    [foreignBadge({ id: 'not an address' }), /^id is not an address/],
    [foreignBadge({ issuer: undefined }), /^issuer is missing/],
    [foreignBadge({ issuer: 'https://example.net/issuer' }), /^issuer is not an object/],
    [withIssuer({ type: ['Wrong'] }), /^issuer: its type is not Profile/],
    [
      withIssuer({ parentOrg: { ...issuer, type: ['Wrong'] } }),
      /^issuer\.parentOrg: its type is not Profile/
    ],
    [
      withIssuer({ otherIdentifier: [{ type: 'Wrong', identifier: 'x', identifierType: 'y' }] }),
      /^issuer\.otherIdentifier: its type/
    ],
    [foreignBadge({ validFrom: undefined }), /date from which it is valid is missing/],
    [foreignBadge({ validFrom: '2025-03-01' }), /no date with time and time zone/],
    [foreignBadge({ validUntil: 'soon' }), /until which it is valid is no date/],
    [foreignBadge({ awardedDate: 'soon' }), /^awardedDate is not a date/],
    [
      foreignBadge({ evidence: [{ type: ['Evidence'] }, { type: 'Wrong' }] }),
      /^evidence\[1\]: its type is not Evidence/
    ],
    [foreignBadge({ credentialStatus: { id: 'urn:x:1' } }), /^credentialStatus\.type is missing/],
    [foreignBadge({ credentialSubject: undefined }), /^credentialSubject is missing/],
    [withSubject({ type: ['Wrong'] }), /^credentialSubject: its type is not AchievementSubject/],
    [withSubject({ id: undefined }), /names nobody/],
    [withSubject({ creditsEarned: '0.5' }), /creditsEarned is not a number/],
    [withSubject({ source: { ...issuer, type: 'Wrong' } }), /source: its type is not Profile/],
    [
      withSubject({ identifier: { type: 'Wrong', hashed: true, identityHash: 'x', identityType: 'y' } }),
      /identifier: its type/
    ],
    [
      withSubject({ identifier: { type: 'IdentityObject', identityHash: 'x', identityType: 'y' } }),
      /hashed is missing/
    ],
    [
      withSubject({ result: [{ type: ['Result'] }, { type: ['Wrong'] }] }),
      /result\[1\]: its type is not Result/
    ],
    [withSubject({ achievement: undefined }), /achievement is missing/],
    [withAchievement({ type: [] }), /achievement: its type is not Achievement/],
    [withAchievement({ criteria: undefined }), /criteria is missing/],
    [withAchievement({ name: 7 }), /name is not a text/],
    [withAchievement({ alignment }), /achievement\.alignment: its type is not Alignment/],
    [
      withAchievement({ resultDescription: { ...description, type: 'Wrong' } }),
      /resultDescription: its type/
    ],
    [
      withAchievement({ resultDescription: { ...description, rubricCriterionLevel: level } }),
      /rubricCriterionLevel: its type/
    ]
  ])('has the fault %#', (credential, fault) => {
    const faults = structureFaults(credential);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
  });

  it('is read to the end however deeply it is nested', () => {
    let parent: JsonObject = issuer;
    for (let depth = 0; depth < 5000; depth += 1) parent = { ...issuer, parentOrg: parent };
    expect(structureFaults(withIssuer({ parentOrg: parent }))).toEqual([
      expect.stringMatching('nested too deeply')
    ]);
    expect(isJsonObject(parent)).toBe(true);
  });
});

describe('the dates of a badge', () => {
  const now = new Date('2026-06-01T12:00:00Z');

  it.each<[JsonObject, unknown, RegExp | null]>([
    [{}, undefined, null],
    [{ validUntil: '2026-06-02T00:00:00Z' }, undefined, null],
    [{ validFrom: '2026-06-01T12:00:30Z' }, undefined, null],
    [{ validFrom: '2040-01-01T00:00:00Z' }, undefined, /only from 2040-01-01/],
    [{ validUntil: '2025-12-31T23:59:59Z' }, undefined, /expired on 2025-12-31/],
    [{}, Date.parse('2026-05-01T00:00:00Z') / 1000, /expired on 2026-05-01/],
    [{}, -1e300, /expired/]
  ])('%j with exp %s', (changes, exp, fault) => {
    const faults = timeFaults(foreignBadge(changes), { now, exp });
    expect(faults).toEqual(fault === null ? [] : [expect.stringMatching(fault)]);
  });
});
