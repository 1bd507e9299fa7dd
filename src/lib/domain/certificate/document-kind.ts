import { isPharmacist, isPhysician } from '#lib/domain/identity/profession.ts';
import type { DocumentKind } from '#lib/domain/accreditation/document-kind.ts';

/**
 * Which document a profession gets: credit goes to physicians alone, others have their participation documented
 * (cme-rules §1.3), and for pharmacists only CPE Monitor may issue statements of credit (§0.2).
 */
export function documentKind(profession: string): DocumentKind {
  if (isPhysician(profession)) return 'certificate';
  return isPharmacist(profession) ? 'completion-summary' : 'certificate-of-participation';
}

/** What a document is called, and the words between the name and the title. */
export const DOCUMENT_WORDS: Record<DocumentKind, { heading: string; lead: string }> = {
  certificate: { heading: 'Certificate of completion', lead: 'has completed' },
  'certificate-of-participation': { heading: 'Certificate of participation', lead: 'has participated in' },
  'completion-summary': { heading: 'Completion summary (not a statement of credit)', lead: 'has completed' }
};
