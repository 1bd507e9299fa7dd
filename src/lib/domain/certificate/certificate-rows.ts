import { calendarDayWords } from '#lib/domain/calendar-day.ts';
import type { CertificateDocument } from './certificate-document.ts';

/** Who stands behind a document. A demonstration has nobody who could award credit. */
export function issuerWords(document: Pick<CertificateDocument, 'provider'>): string {
  return document.provider ?? 'No accredited provider (demonstration)';
}

/** The facts below the title, the same on page and PDF. */
export function certificateRows(document: CertificateDocument): { label: string; value: string }[] {
  return [
    { label: document.kind === 'certificate' ? 'Credit awarded' : 'Awarded', value: document.creditLine },
    { label: 'Completed on', value: calendarDayWords(document.completedOn) },
    { label: 'Learning format', value: document.learningFormat },
    { label: 'Provider', value: issuerWords(document) },
    { label: 'Activity', value: `${document.activitySlug}, version ${document.activityVersion}` }
  ];
}
