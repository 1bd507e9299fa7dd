/** The colours of print: those of the light theme, with a hairline dark enough for paper. */
export const INK = '#151f2a';
export const MUTED = '#4e5966';
export const BRAND = '#0c5d6c';
export const LINE = '#8b99a3';
export const ALARM = '#9e2d28';
const WATERMARK = '#f6e3e1';

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

/** A hairline in the middle of the sheet, across the text where no width is given; decoration. */
export function drawRule({ pdf, width }: Sheet, y: number, length = width - 2 * INSET): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.lineWidth(0.5).strokeColor(LINE);
  pdf
    .moveTo((width - length) / 2, y)
    .lineTo((width + length) / 2, y)
    .stroke();
  pdf.endMarkedContent();
}

/** Points that the ornament takes. */
export const ORNAMENT_HEIGHT = 12;

/** Two short rules with a lozenge between them; decoration. */
export function drawOrnament({ pdf, width }: Sheet, y: number): void {
  const [x, middle] = [width / 2, y + ORNAMENT_HEIGHT / 2];
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.lineWidth(0.75).strokeColor(BRAND).fillColor(BRAND);
  for (const side of [-1, 1]) {
    pdf
      .moveTo(x + side * 12, middle)
      .lineTo(x + side * 84, middle)
      .stroke();
  }
  pdf.polygon([x - 4, middle], [x, middle - 4], [x + 4, middle], [x, middle + 4]).fill();
  pdf.endMarkedContent();
}

/** A word across the whole sheet, behind everything else; decoration, since the words of the mark say it too. */
export function drawWatermark({ pdf, width, height }: Sheet, word: string): void {
  const size = 104;
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.save().rotate(-24, { origin: [width / 2, height / 2] });
  pdf.font('semibold').fontSize(size).fillColor(WATERMARK);
  const x = (width - pdf.widthOfString(word)) / 2;
  pdf.text(word, x, height / 2 + size / 3, { lineBreak: false, baseline: 'alphabetic' }).restore();
  pdf.endMarkedContent();
}
