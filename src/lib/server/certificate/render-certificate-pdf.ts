import PDFDocument from 'pdfkit';
import { certificateCheck } from '#lib/domain/certificate/certificate-check.ts';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import { footParagraphs } from '#lib/domain/certificate/frozen-lines.ts';
import { scriptRuns } from '#lib/domain/certificate/script-runs.ts';
import { certificateFont } from './certificate-fonts.ts';
import { collectPdf } from './collect-pdf.ts';
import { drawCertificate, type PrintedCertificate } from './draw-certificate.ts';

/** Typefaces that every document needs, and the Chinese one where a name or title does. */
function registerFonts(
  pdf: PDFKit.PDFDocument,
  { document, images }: Pick<PrintedCertificate, 'document' | 'images'>
): void {
  for (const name of ['regular', 'italic', 'semibold'] as const)
    pdf.registerFont(name, certificateFont(name));
  const { holder, activityTitle, provider } = document;
  const texts = [holder, activityTitle, provider ?? '', ...footParagraphs(document)];
  texts.push(...images.map(({ caption }) => caption));
  if (texts.some((text) => scriptRuns(text).some((run) => run.face === 'cjk'))) {
    pdf.registerFont('cjk', certificateFont('cjk'));
  }
}

function openPdf(document: CertificateDocument, issuedAt: Date): PDFKit.PDFDocument {
  return new PDFDocument({
    size: document.paper === 'letter' ? 'LETTER' : 'A4',
    layout: 'landscape',
    margin: 0,
    // No standard font: PDF/A embeds every face.
    font: '',
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: {
      Title: `${document.heading}: ${document.activityTitle}`,
      Author: document.provider ?? 'Footnote',
      Subject: `${document.holder}, ${document.creditLine}, ${document.completedOn}`,
      CreationDate: issuedAt,
      ModDate: issuedAt
    }
  });
}

/**
 * The certificate as a PDF: one page, tagged, every typeface embedded, its text the same as on the page. `origin` leads
 * the QR code to the place where the document is checked; `state` and `images` are what stands on record of it.
 */
export function renderCertificatePdf(
  input: Omit<PrintedCertificate, 'check'> & { code: string; issuedAt: Date; origin: string }
): Promise<Uint8Array<ArrayBuffer>> {
  const { document, state, images, issuedAt } = input;
  const pdf = openPdf(document, issuedAt);
  return collectPdf(pdf, () => {
    registerFonts(pdf, { document, images });
    drawCertificate(pdf, { document, state, images, check: certificateCheck(input.origin, input.code) });
  });
}
