/** Where a fault is mended. */
export type MendPlace =
  | 'profile'
  | 'identifiers'
  | 'permission'
  | 'provider'
  | 'provider-numbers'
  | 'activity-numbers'
  | 'activity'
  | 'credit'
  | 'mapping'
  | 'submission'
  | 'nowhere';

/**
 * What a fault means for the row: `mend`: it can be put right; `never`: the row does not belong into this file;
 * `sent`: it is with the accreditor already.
 */
type FaultGroup = 'mend' | 'never' | 'sent';

type FaultFacts = { title: string; why: string; group: FaultGroup; place: MendPlace };

const mend = (place: MendPlace, title: string, why: string): FaultFacts => ({
  title,
  why,
  group: 'mend',
  place
});
const never = (title: string, why: string, place: MendPlace = 'nowhere'): FaultFacts => ({
  title,
  why,
  group: 'never',
  place
});
const sent = (title: string, why: string): FaultFacts => ({ title, why, group: 'sent', place: 'submission' });

const MATCHED = 'The accreditor finds the learner by it.';

/**
 * Every reason for which a row is not ready, with why it matters and where it is mended (cme-rules.md §0.1, §2.1 to §2.5:
 * who and what is reported, for how long, and what the accreditor finds people and activities by).
 */
export const FAULT_KINDS = {
  demonstration: never(
    'The activity is a demonstration',
    'Nobody designated its credit, and none can be designated afterwards.'
  ),
  'not-claimed': mend(
    'credit',
    'No credit was claimed',
    'A report states what was awarded. The learner claims it on the activity’s page.'
  ),
  'no-rule': never(
    'The credit was awarded before there were rules',
    'Without a credit type nobody can say to whom it is reported.',
    'credit'
  ),
  revoked: never('The certificate was revoked', 'Revoked credit counts nowhere.', 'credit'),
  'profession-not-reportable': never(
    'The profession is not one that this report takes',
    'The accreditor refuses learners of other professions.',
    'profile'
  ),
  'credit-not-reported': never(
    'The credit type is not one for this report',
    'The rules of the credit name the reports that it goes into.',
    'credit'
  ),
  'too-old': never(
    'The completion is too old for this report',
    'PARS takes the current and the previous calendar year.'
  ),
  'past-deadline': never(
    'The 60 days for reporting are over',
    'CPE Monitor takes a completion for 60 days. Ask ACPE how to report it late.'
  ),
  'in-future': mend(
    'credit',
    'The day of completion lies ahead',
    'A clock was wrong when it was recorded, and the accreditor would refuse it.'
  ),
  'permission-refused': never(
    'The learner does not let it be reported',
    'Without consent nothing is reported. The learner can change this under Settings, Permission to report.',
    'permission'
  ),
  'permission-not-asked': mend(
    'permission',
    'The learner was not asked for permission',
    'Consent comes first. The learner can give it under Settings, Permission to report.'
  ),
  'already-accepted': sent('The accreditor has accepted it', 'It is never sent twice.'),
  'awaiting-answer': sent(
    'It was sent, and the answer is not recorded',
    'Record the answer before it is sent again.'
  ),
  'deletion-awaited': sent(
    'The accreditor was asked to delete it',
    'It can be sent again once the answer is recorded.'
  ),
  'changed-since-sent': sent(
    'The credit was corrected after it was sent',
    'There is no change of a record: ask to delete it, then send it again.'
  ),
  'revoked-since-sent': sent('The certificate was revoked after it was sent', 'Ask to delete the record.'),
  'profile-missing': mend(
    'profile',
    'The learner has no whole profile',
    'Name, profession and country come from it.'
  ),
  'given-name-missing': mend('profile', 'The given name is missing', MATCHED),
  'family-name-missing': mend('profile', 'The family name is missing', MATCHED),
  'birth-day-missing': mend('identifiers', 'Month and day of birth are missing', MATCHED),
  'birth-day-wrong': mend('identifiers', 'Month and day of birth are no day', MATCHED),
  'licence-missing': mend('identifiers', 'State or license number is missing', MATCHED),
  'licence-state-not-taken': mend(
    'identifiers',
    'The state of licensure is not one that this file takes',
    'Only boards that use the system take records from it.'
  ),
  'licence-form': mend(
    'identifiers',
    'The license number does not have the form of its state',
    'It has to be the full number as in the state’s database.'
  ),
  'npi-missing': mend('profile', 'The NPI is missing', MATCHED),
  'npi-wrong': mend('profile', 'The NPI is not a valid one', 'Its last digit does not fit the others.'),
  'board-id-missing': mend('identifiers', 'The ABIM ID is missing', MATCHED),
  'board-id-wrong': mend('identifiers', 'The ABIM ID does not have six digits', MATCHED),
  'nabp-id-missing': mend(
    'identifiers',
    'The NABP e-Profile ID is missing',
    'CPE Monitor finds the learner by it.'
  ),
  'nabp-id-wrong': mend(
    'identifiers',
    'The NABP e-Profile ID is not one',
    'CPE Monitor finds the learner by it.'
  ),
  'provider-missing': mend(
    'provider',
    'The provider is not on record',
    'Every record names the provider and its id.'
  ),
  'provider-id-form': mend(
    'provider',
    'The provider’s id does not have the form that this file needs',
    'ACCME gives seven digits, zeros in front included.'
  ),
  'service-id-missing': mend(
    'provider-numbers',
    'The provider’s web-service id at PARS is missing',
    'Every record carries it.'
  ),
  'accme-activity-missing': mend(
    'activity-numbers',
    'The activity has no ACCME activity id',
    'PARS gives it when the activity is entered there.'
  ),
  'accme-activity-form': mend(
    'activity-numbers',
    'The ACCME activity id does not have nine digits',
    'PARS would not find the activity.'
  ),
  'uan-missing': mend(
    'activity-numbers',
    'The Universal Activity Number is missing',
    'CPE Monitor finds the activity by it.'
  ),
  'uan-form': mend(
    'activity-numbers',
    'The Universal Activity Number does not have its form',
    'Its seven parts are provider, joint providership, year, sequence, format, topic and audience.'
  ),
  'ce-broker-provider-missing': mend(
    'provider-numbers',
    'The provider’s number at CE Broker is missing',
    'CE Broker finds the provider by it.'
  ),
  'ce-broker-course-missing': mend(
    'activity-numbers',
    'The activity’s course number at CE Broker is missing',
    'CE Broker finds the course by it.'
  ),
  'support-not-stated': mend(
    'activity-numbers',
    'Whether there was commercial support is not stated',
    'The record has to say so.'
  ),
  'value-missing': mend(
    'mapping',
    'A value that the file needs is empty',
    'The mapping says that this column is never empty.'
  ),
  'no-code': mend(
    'mapping',
    'The mapping has no word for this value',
    'The file takes only the accreditor’s own words.'
  ),
  'wrong-form': mend(
    'mapping',
    'The text does not have the form of its column',
    'The mapping states the form.'
  ),
  'name-too-long': mend(
    'profile',
    'The name is too long for its column',
    'The file would be refused, and nothing is cut off without you.'
  ),
  'too-long': mend(
    'mapping',
    'The text is too long for its column',
    'The file would be refused, and nothing is cut off without you.'
  ),
  characters: mend(
    'profile',
    'The text has characters that this file cannot carry',
    'They would arrive as others, and the learner would not be found.'
  ),
  'no-number': mend('mapping', 'The value is no number', 'The column holds numbers.')
} as const satisfies Record<string, FaultFacts>;

export type FaultKind = keyof typeof FAULT_KINDS;

/** Whether a posted string names a kind. */
export function isFaultKind(value: string): value is FaultKind {
  return Object.hasOwn(FAULT_KINDS, value);
}

/** What there is to say of a kind. */
export function faultFacts(kind: FaultKind): FaultFacts {
  return FAULT_KINDS[kind];
}
