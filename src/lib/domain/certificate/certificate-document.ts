import type { CreditUnit } from '#lib/domain/accreditation/credit-rule.ts';
import type { DocumentKind } from '#lib/domain/accreditation/document-kind.ts';
import type { DocumentLine } from '#lib/domain/accreditation/entitlement.ts';

/** Letter in the United States and Canada, A4 elsewhere. */
type Paper = 'letter' | 'a4';

/** What the rules of a credit print: the words as they stand, and those from which a corrected amount is written. */
export type FrozenLine = DocumentLine & { text: string };

/**
 * The whole text of an issued document, frozen on the day of issue; page, PDF and verification print from it alone.
 * Dates are `YYYY-MM-DD`. What was issued before credit had rules has neither `unit` nor `lines`.
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
  /** How amounts of this credit are written. */
  unit?: CreditUnit;
  completedOn: string;
  /** What the rules of the credit and of those beside it print, above the statement. */
  lines?: FrozenLine[];
  statement: string;
  demonstration: boolean;
  paper: Paper;
};
