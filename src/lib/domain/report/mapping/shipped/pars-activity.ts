import type { ShippedMapping } from '../report-mapping.ts';
import { column, fixed } from './column.ts';

const EDUCATION = 'healthcareMetadata.healthcareEducation';

/** Legacy codes of formats became words (cme-rules.md §2.1). */
const FORMATS = {
  'live-course': 'Course',
  'regularly-scheduled-series': 'Regularly Scheduled Series',
  'enduring-material': 'Enduring Material',
  'journal-based': 'Journal-based CME',
  'manuscript-review': 'Manuscript Review',
  'test-item-writing': 'Test-item Writing',
  'committee-learning': 'Committee Learning',
  'performance-improvement': 'Performance/Quality Improvement',
  'internet-point-of-care': 'Internet Searching and Learning',
  'learning-from-teaching': 'Learning from Teaching',
  other: 'Other/Blended Learning'
};

/** The record of an activity with its learners by category, as one JSON document. */
export const PARS_ACTIVITY: ShippedMapping[] = [
  {
    key: 'pars-activity',
    version: 1,
    mapping: {
      title: 'PARS activity record (JSON)',
      subject: 'activity',
      report: null,
      layout: 'json',
      hasHeader: false,
      characters: 'any',
      window: 'any',
      professions: null,
      envelope: { records: 'ACCMEActivities.MedicalEducationMetrics', createdAt: null },
      columns: [
        column('ReportDescription.ReportingStartDate', 'release_date'),
        column('ReportDescription.ReportingEndDate', 'expiry_date'),
        fixed('Lom.general.identifier[0].catalog', 'Provider Activity ID'),
        column('Lom.general.identifier[0].entry', 'activity_id'),
        fixed('Lom.general.identifier[1].catalog', 'ACCME Activity ID', 'accme_activity_id'),
        column('Lom.general.identifier[1].entry', 'accme_activity_id', {
          required: false,
          form: String.raw`\d{9}`
        }),
        column('Lom.general.title', 'activity_title'),
        column('Lom.general.description', 'activity_summary', { longest: 2500 }),
        fixed(`${EDUCATION}.credits.activityCertification`, 'AMA PRA Category 1'),
        column(`${EDUCATION}.credits.numberOfCredits`, 'maximum_credit', { cell: 'number' }),
        column(`${EDUCATION}.credits.nonAccreditedProvider[0].name`, 'joint_providers', { required: false }),
        column(`${EDUCATION}.startDateTime`, 'release_date', {
          transform: { kind: 'date', pattern: 'YYYY-MM-DDT12:00:00' }
        }),
        column(`${EDUCATION}.endDateTime`, 'expiry_date', {
          transform: { kind: 'date', pattern: 'YYYY-MM-DDT12:00:00' }
        }),
        column(`${EDUCATION}.activitySponsorship`, 'providership'),
        column(`${EDUCATION}.activityFormat`, 'activity_format', {
          transform: { kind: 'codes', codes: FORMATS }
        }),
        column(`${EDUCATION}.commercialSupport`, 'commercial_support', { cell: 'boolean' }),
        fixed('ParticipationMetrics.participantsByCategory[0].category', 'Physician'),
        column(
          'ParticipationMetrics.participantsByCategory[0].numberOfParticipants',
          'participants_physician',
          { cell: 'number' }
        ),
        fixed('ParticipationMetrics.participantsByCategory[1].category', 'Other'),
        column('ParticipationMetrics.participantsByCategory[1].numberOfParticipants', 'participants_other', {
          cell: 'number'
        }),
        column('XtensibleInfo.ProviderID', 'pars_service_id'),
        fixed('XtensibleInfo.DeliveryMethods', 'Online'),
        column('XtensibleInfo.activityRecordAction', 'activity_action')
      ],
      source:
        'ACCME, PARS (accme.org, jointaccreditation.org/new-ja-pars): an enduring material is entered once, with counts of physicians and others; ACCME’s draft activity schema of 2025-05-27. To be confirmed by the provider: the words of formats and categories, measured outcomes, target audience, commercial supporters and whether the credit is AMA PRA Category 1: what the record lacks is entered in PARS itself.'
    }
  }
];
