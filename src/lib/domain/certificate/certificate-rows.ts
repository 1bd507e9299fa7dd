import { calendarDayWords } from '#lib/domain/calendar-day.ts';
import type { CertificateDocument } from './certificate-document.ts';
import type { DocumentKind } from '#lib/domain/accreditation/document-kind.ts';

/** Stands on every face of a demonstration. */
export const DEMONSTRATION_MARK = 'Demonstration, not accredited';

/** Stands beside the QR code. */
export const CHECK_HEADING = 'Check this document';

/** Who stands behind a document. A demonstration has nobody who could award credit. */
export function issuerWords(document: Pick<CertificateDocument, 'provider'>): string {
  return document.provider ?? 'No accredited provider (demonstration)';
}

/** What the amount is called: credit is for physicians, and a summary awards nothing (cme-rules.md §0.2, §1.3). */
const AMOUNT_LABELS: Record<DocumentKind, string> = {
  certificate: 'Credit awarded',
  'certificate-of-participation': 'Awarded',
  'completion-summary': 'Recorded'
};

/** The facts below the title, the same on page and PDF. */
export function certificateRows(document: CertificateDocument): { label: string; value: string }[] {
  return [
    { label: AMOUNT_LABELS[document.kind], value: document.creditLine },
    { label: 'Completed on', value: calendarDayWords(document.completedOn) },
    { label: 'Learning format', value: document.learningFormat },
    { label: 'Provider', value: issuerWords(document) },
    { label: 'Activity', value: `${document.activitySlug}, version ${document.activityVersion}` }
  ];
}
