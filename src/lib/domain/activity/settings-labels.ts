import type { SettingsFields } from './activity-settings.ts';

const LABELS: Record<keyof SettingsFields, string> = {
  title: 'Title',
  summary: 'Summary',
  audience: 'Audience',
  audienceNote: 'Note on the audience',
  estimatedMinutes: 'Minutes',
  maximumQuarterCredits: 'Maximum, in quarter credits',
  timeLimitMinutes: 'Time limit of the assessment, in minutes',
  releaseDate: 'Release',
  reviewDate: 'Next review',
  expiryDate: 'Expiry',
  format: 'Learning format',
  practiceGap: 'Need, or practice gap',
  offLabelUse: 'Off-label and investigational use',
  contact: 'Contact',
  fee: 'Fee',
  authors: 'Authors',
  reviewers: 'Reviewers',
  disclosureStatement: 'Disclosure statement',
  supportStatement: 'Funding and commercial support',
  medicalDisclaimer: 'Disclaimer'
};

/** The fields in which two forms differ, with the other's text. */
export function differingSettings(
  mine: SettingsFields,
  theirs: SettingsFields
): { label: string; theirs: string }[] {
  const names = Object.keys(LABELS).filter((name): name is keyof SettingsFields => name in mine);
  return names
    .filter((name) => mine[name] !== theirs[name])
    .map((name) => ({ label: LABELS[name], theirs: theirs[name] }));
}
