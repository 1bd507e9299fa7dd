/** The colours of print: those of the light theme, with a hairline dark enough for paper. */
export const INK = '#151f2a';
export const MUTED = '#4e5966';
export const BRAND = '#0c5d6c';
export const LINE = '#8b99a3';

/** Points from the edge of the paper to the frame, and to the text. */
const FRAME = 32;
export const INSET = 74;

/** The page being drawn; `part` draws one element of the document's structure for assistive technology. */
export type Sheet = {
  pdf: PDFKit.PDFDocument;
  part: (tag: string, draw: () => void, alt?: string) => void;
  width: number;
  height: number;
};

/** The first page of `pdf` as a sheet; call `finish` when all is drawn. */
export function openSheet(pdf: PDFKit.PDFDocument): Sheet & { finish: () => void } {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  return {
    pdf,
    part: (tag, draw, alt) => root.add(pdf.struct(tag, alt === undefined ? {} : { alt }, draw)),
    width: pdf.page.width,
    height: pdf.page.height,
    finish: () => root.end()
  };
}

/** The double frame; decoration, which assistive technology skips. */
export function drawFrame({ pdf, width, height }: Sheet): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.lineWidth(1.25).strokeColor(BRAND);
  pdf.rect(FRAME, FRAME, width - 2 * FRAME, height - 2 * FRAME).stroke();
  pdf.lineWidth(0.5).strokeColor(LINE);
  pdf.rect(FRAME + 5, FRAME + 5, width - 2 * FRAME - 10, height - 2 * FRAME - 10).stroke();
  pdf.endMarkedContent();
}

/** A hairline across the text; decoration. */
export function drawRule({ pdf, width }: Sheet, y: number): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.lineWidth(0.5).strokeColor(LINE);
  pdf
    .moveTo(INSET, y)
    .lineTo(width - INSET, y)
    .stroke();
  pdf.endMarkedContent();
}
