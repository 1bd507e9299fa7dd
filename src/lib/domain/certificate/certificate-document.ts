import type { DocumentKind } from '#lib/domain/accreditation/document-kind.ts';

/** Letter in the United States and Canada, A4 elsewhere. */
type Paper = 'letter' | 'a4';

/**
 * The whole text of an issued document, frozen on the day of issue; page, PDF and verification print from it alone.
 * Dates are `YYYY-MM-DD`.
 */
export type CertificateDocument = {
  kind: DocumentKind;
  heading: string;
  /** Name and credentials as printed. */
  holder: string;
  /** The sentence between name and title, e.g. "has completed". */
  lead: string;
  activityTitle: string;
  activitySlug: string;
  activityVersion: string;
  learningFormat: string;
  provider: string | null;
  quarterCredits: number;
  /** The amount in words, e.g. "0.5 demonstration credit". */
  creditLine: string;
  completedOn: string;
  statement: string;
  demonstration: boolean;
  paper: Paper;
};
