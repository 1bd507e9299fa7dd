import PDFDocument from 'pdfkit';
import { scriptRuns } from '#lib/domain/certificate/script-runs.ts';
import type { TranscriptSheet } from '#lib/domain/certificate/transcript-sheet.ts';
import { certificateFont } from './certificate-fonts.ts';
import { collectPdf } from './collect-pdf.ts';
import { drawTranscript } from './draw-transcript.ts';

/** Typefaces that every transcript needs, and the Chinese one where a text does. */
function registerFonts(pdf: PDFKit.PDFDocument, sheet: TranscriptSheet): void {
  for (const name of ['regular', 'semibold'] as const) pdf.registerFont(name, certificateFont(name));
  const texts = [
    sheet.name,
    ...sheet.sections.flatMap(({ rows }) => rows.flatMap(({ title, amount }) => [title, amount]))
  ];
  if (texts.some((text) => scriptRuns(text).some(({ face }) => face === 'cjk')))
    pdf.registerFont('cjk', certificateFont('cjk'));
}

/** A transcript as a PDF: tagged, every typeface embedded, on letter or A4. */
export function renderTranscriptPdf(input: {
  sheet: TranscriptSheet;
  paper: 'letter' | 'a4';
  now: Date;
}): Promise<Uint8Array<ArrayBuffer>> {
  const { sheet, paper, now } = input;
  const pdf = new PDFDocument({
    size: paper === 'letter' ? 'LETTER' : 'A4',
    layout: 'landscape',
    margin: 0,
    // No standard font: PDF/A embeds every face.
    font: '',
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: { Title: `Transcript of ${sheet.name}`, Author: 'Footnote', CreationDate: now, ModDate: now }
  });
  return collectPdf(pdf, () => {
    registerFonts(pdf, sheet);
    const root = pdf.struct('Document');
    pdf.addStructure(root);
    drawTranscript(pdf, sheet, (tag, draw) => root.add(pdf.struct(tag, {}, draw)));
    root.end();
  });
}
