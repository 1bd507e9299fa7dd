/** What a field holds: a plain kind, or a class of the data model by its name. */
type Kind = 'text' | 'uri' | 'date' | 'number' | 'boolean' | 'list' | (string & {});

/** `!` at the end of a field's name: it must be there. A class may stand alone or in a list. */
export type ClassRule = { type: string | null; fields: Record<string, Kind> };

const credentialFields = {
  'id!': 'uri',
  credentialStatus: 'Typed',
  refreshService: 'Typed',
  evidence: 'Evidence'
};

/**
 * The data model of Open Badges 3.0 (appendix B), as far as a reader relies on it. `type: null`: any type, but one. What
 * is not named here may be anything: the model is open.
 */
export const CLASS_RULES: Record<string, ClassRule> = {
  AchievementCredential: {
    type: null,
    fields: {
      ...credentialFields,
      'issuer!': 'Profile',
      'credentialSubject!': 'AchievementSubject',
      credentialSchema: 'Schema',
      name: 'text',
      description: 'text',
      image: 'Image',
      awardedDate: 'date',
      endorsement: 'Endorsement'
    }
  },
  EndorsementCredential: {
    type: null,
    fields: {
      ...credentialFields,
      'issuer!': 'Profile',
      'credentialSubject!': 'EndorsementSubject',
      credentialSchema: 'Schema'
    }
  },
  Endorsement: { type: 'EndorsementCredential', fields: { 'credentialSubject!': 'EndorsementSubject' } },
  EndorsementSubject: { type: 'EndorsementSubject', fields: { 'id!': 'uri', endorsementComment: 'text' } },
  AchievementSubject: {
    type: 'AchievementSubject',
    fields: {
      id: 'uri',
      identifier: 'IdentityObject',
      'achievement!': 'Achievement',
      creditsEarned: 'number',
      activityStartDate: 'date',
      activityEndDate: 'date',
      source: 'Profile',
      result: 'Result',
      image: 'Image'
    }
  },
  Achievement: {
    type: 'Achievement',
    fields: {
      'id!': 'uri',
      'name!': 'text',
      'description!': 'text',
      'criteria!': 'Criteria',
      creditsAvailable: 'number',
      alignment: 'Alignment',
      creator: 'Profile',
      image: 'Image',
      otherIdentifier: 'IdentifierEntry',
      resultDescription: 'ResultDescription',
      endorsement: 'Endorsement'
    }
  },
  Criteria: { type: null, fields: { id: 'uri', narrative: 'text' } },
  Profile: {
    type: 'Profile',
    fields: {
      'id!': 'uri',
      name: 'text',
      image: 'Image',
      address: 'Address',
      otherIdentifier: 'IdentifierEntry',
      parentOrg: 'Profile',
      endorsement: 'Endorsement'
    }
  },
  IdentityObject: {
    type: 'IdentityObject',
    fields: { 'hashed!': 'boolean', 'identityHash!': 'text', 'identityType!': 'text', salt: 'text' }
  },
  IdentifierEntry: { type: 'IdentifierEntry', fields: { 'identifier!': 'text', 'identifierType!': 'text' } },
  Address: { type: 'Address', fields: { geo: 'GeoCoordinates' } },
  GeoCoordinates: { type: 'GeoCoordinates', fields: { latitude: 'number', longitude: 'number' } },
  Image: { type: 'Image', fields: { 'id!': 'uri', caption: 'text' } },
  Alignment: { type: 'Alignment', fields: { 'targetName!': 'text', 'targetUrl!': 'uri' } },
  Evidence: { type: 'Evidence', fields: { id: 'uri', name: 'text', narrative: 'text' } },
  Result: { type: 'Result', fields: { alignment: 'Alignment', value: 'text', status: 'text' } },
  ResultDescription: {
    type: 'ResultDescription',
    fields: {
      'id!': 'uri',
      'name!': 'text',
      'resultType!': 'text',
      alignment: 'Alignment',
      rubricCriterionLevel: 'RubricCriterionLevel'
    }
  },
  RubricCriterionLevel: {
    type: 'RubricCriterionLevel',
    fields: { 'id!': 'uri', 'name!': 'text', alignment: 'Alignment' }
  },
  Schema: { type: null, fields: { 'id!': 'uri', 'type!': 'text' } },
  Typed: { type: null, fields: { 'type!': 'text' } }
};
