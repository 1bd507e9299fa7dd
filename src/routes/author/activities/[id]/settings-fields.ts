import type { SettingsFields } from '#lib/domain/activity/activity-settings.ts';
import { formText } from '../../../form-text.ts';

/** The settings as they were typed, in the order of the form. */
export function readSettingsFields(data: FormData): SettingsFields {
  const entry = (name: keyof SettingsFields) => formText(data, name);
  return {
    title: entry('title'),
    summary: entry('summary'),
    audience: entry('audience'),
    audienceNote: entry('audienceNote'),
    estimatedMinutes: entry('estimatedMinutes'),
    maximumQuarterCredits: entry('maximumQuarterCredits'),
    timeLimitMinutes: entry('timeLimitMinutes'),
    releaseDate: entry('releaseDate'),
    reviewDate: entry('reviewDate'),
    expiryDate: entry('expiryDate'),
    format: entry('format'),
    practiceGap: entry('practiceGap'),
    authors: entry('authors'),
    reviewers: entry('reviewers'),
    disclosureStatement: entry('disclosureStatement'),
    supportStatement: entry('supportStatement'),
    offLabelUse: entry('offLabelUse'),
    fee: entry('fee'),
    contact: entry('contact'),
    medicalDisclaimer: entry('medicalDisclaimer')
  };
}
