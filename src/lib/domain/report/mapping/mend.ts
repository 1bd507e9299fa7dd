import type { MendPlace } from './fault-kinds.ts';

/** What a fault concerns, by the ids that pages have. */
export type MendSubject = {
  personId: string | null;
  activityId: string;
  certificateId: string | null;
  completionId: string | null;
  /** The file in which the completion was sent last. */
  submissionId: string | null;
  mappingKey: string;
};

/** Where somebody goes to mend a fault. Null: there is nothing to do. */
export type Mend = { label: string; href: string } | null;

type Rule = (subject: MendSubject) => Mend;

const atPerson =
  (label: string): Rule =>
  ({ personId }) =>
    personId === null ? null : { label, href: `/admin/people/${personId}` };

const atCredit: Rule = ({ certificateId, completionId }) => {
  if (certificateId !== null)
    return { label: 'Open the certificate', href: `/admin/certificates/${certificateId}` };
  if (completionId === null) return null;
  return { label: 'Open the evidence', href: `/admin/completions/${completionId}/evidence` };
};

const PLACES: Record<MendPlace, Rule> = {
  profile: atPerson('Open the person: the profile'),
  identifiers: atPerson('Open the person: ask for the identifiers'),
  permission: atPerson('Open the person: ask for the permission'),
  provider: () => ({ label: 'Record the provider', href: '/admin/accreditation/provider' }),
  'provider-numbers': () => ({ label: 'Record the provider’s numbers', href: '/admin/reports/numbers' }),
  'activity-numbers': ({ activityId }) => ({
    label: 'Record the activity’s numbers',
    href: `/admin/reports/activities/${activityId}`
  }),
  activity: ({ activityId }) => ({
    label: 'Open the activity’s accreditation',
    href: `/admin/accreditation/activities/${activityId}`
  }),
  mapping: ({ mappingKey }) => ({ label: 'Open the mapping', href: `/admin/reports/mappings/${mappingKey}` }),
  submission: ({ submissionId }) =>
    submissionId === null
      ? null
      : { label: 'Open the file that it was sent in', href: `/admin/reports/submissions/${submissionId}` },
  credit: atCredit,
  nowhere: () => null
};

/** The page on which a fault is mended. */
export function mendAt(place: MendPlace, subject: MendSubject): Mend {
  return PLACES[place](subject);
}
