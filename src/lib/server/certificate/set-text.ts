import { scriptRuns } from '#lib/domain/certificate/script-runs.ts';
import { wrapLines } from '#lib/domain/certificate/wrap-lines.ts';
import type { CertificateFont } from './certificate-fonts.ts';

/** How text is set: size and tracking (space after each character) in points, colour as `#rrggbb`. */
export type Setting = {
  font: Exclude<CertificateFont, 'cjk'>;
  size: number;
  colour: string;
  tracking?: number;
};

/** A column of the page in points from its top left corner. */
export type Column = { x: number; y: number; width: number; align: 'left' | 'centre' };

/** From baseline to baseline, in sizes. */
const LEADING = 1.3;

/** From the top of a line to its baseline, in sizes. */
const ASCENT = 0.95;

function runsOf(pdf: PDFKit.PDFDocument, line: string, setting: Setting) {
  const tracking = setting.tracking ?? 0;
  return scriptRuns(line).map(({ face, text }) => {
    const font = face === 'cjk' ? 'cjk' : setting.font;
    const width = pdf.font(font).fontSize(setting.size).widthOfString(text) + tracking * text.length;
    return { font, text, width };
  });
}

/** The width of one line in points. */
function lineWidth(pdf: PDFKit.PDFDocument, line: string, setting: Setting): number {
  return runsOf(pdf, line, setting).reduce((sum, run) => sum + run.width, 0);
}

type Measure = { setting: Setting; width: number };

/** The lines that a text takes in a column of this width. */
export function linesOf(pdf: PDFKit.PDFDocument, text: string, { setting, width }: Measure): string[] {
  return wrapLines(text, (line) => lineWidth(pdf, line, setting) <= width);
}

/** The same number of lines in as little width as they need, so that no single word is left for the last one. */
function balancedLines(pdf: PDFKit.PDFDocument, text: string, { setting, width }: Measure): string[] {
  const lines = linesOf(pdf, text, { setting, width });
  const narrower = linesOf(pdf, text, { setting, width: width * 0.96 });
  const isNarrowEnough = lines.length < 2 || narrower.length > lines.length || width < 80;
  return isNarrowEnough ? lines : balancedLines(pdf, text, { setting, width: width * 0.96 });
}

/** The setting, made smaller until the text takes no more than `lines` lines, or `least` points are reached. */
export function fitting(
  pdf: PDFKit.PDFDocument,
  text: string,
  limit: { setting: Setting; width: number; lines: number; least: number }
): Setting {
  const { setting, width, lines, least } = limit;
  if (setting.size <= least || linesOf(pdf, text, { setting, width }).length <= lines) return setting;
  return fitting(pdf, text, { ...limit, setting: { ...setting, size: setting.size - 0.5 } });
}

/** The height in points that a text takes in a column of this width. */
export function textHeight(pdf: PDFKit.PDFDocument, text: string, measure: Measure): number {
  return linesOf(pdf, text, measure).length * measure.setting.size * LEADING;
}

/** The setting, made smaller until the texts together are no higher than `height`, or `least` points are reached. */
export function fittingHeight(
  pdf: PDFKit.PDFDocument,
  texts: readonly string[],
  limit: Measure & { height: number; least: number }
): Setting {
  const { setting, height, least } = limit;
  const taken = texts.reduce((sum, text) => sum + textHeight(pdf, text, limit), 0);
  if (setting.size <= least || taken <= height) return setting;
  return fittingHeight(pdf, texts, { ...limit, setting: { ...setting, size: setting.size - 0.25 } });
}

function drawLine(
  pdf: PDFKit.PDFDocument,
  line: string,
  place: { x: number; y: number; setting: Setting }
): void {
  const { setting, y } = place;
  let x = place.x;
  for (const run of runsOf(pdf, line, setting)) {
    pdf.font(run.font).fontSize(setting.size).fillColor(setting.colour);
    const options = {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: setting.tracking ?? 0
    } as const;
    pdf.text(run.text, x, y + setting.size * ASCENT, options);
    x += run.width;
  }
}

/** Draws a text into a column, each stretch in a typeface that has its characters. Returns where the next line begins. */
export function setText(
  pdf: PDFKit.PDFDocument,
  text: string,
  { setting, column }: { setting: Setting; column: Column }
): number {
  let y = column.y;
  const measure = { setting, width: column.width };
  const lines = column.align === 'centre' ? balancedLines(pdf, text, measure) : linesOf(pdf, text, measure);
  for (const line of lines) {
    const free = column.width - lineWidth(pdf, line, setting);
    drawLine(pdf, line, { x: column.align === 'centre' ? column.x + free / 2 : column.x, y, setting });
    y += setting.size * LEADING;
  }
  return y;
}
