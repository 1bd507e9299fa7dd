import type { DocumentKind } from '#lib/domain/accreditation/document-kind.ts';

/** What a document is called, and the words between the name and the title (cme-rules.md §0.2, §1.4). */
export const DOCUMENT_WORDS: Record<DocumentKind, { heading: string; lead: string }> = {
  certificate: { heading: 'Certificate of completion', lead: 'has completed' },
  'certificate-of-participation': { heading: 'Certificate of participation', lead: 'has participated in' },
  'completion-summary': { heading: 'Completion summary (not a statement of credit)', lead: 'has completed' }
};
