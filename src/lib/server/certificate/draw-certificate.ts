import type { CertificateCheck } from '#lib/domain/certificate/certificate-check.ts';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import { certificateRows, DEMONSTRATION_MARK } from '#lib/domain/certificate/certificate-rows.ts';
import { BRAND, drawFrame, drawRule, INK, INSET, MUTED, openSheet, type Sheet } from './certificate-sheet.ts';
import { drawFoot, FOOT_HEIGHT } from './draw-certificate-foot.ts';
import { fitting, setText, type Setting } from './set-text.ts';

/** The share of the width that each fact takes, in their order. */
const FACT_WIDTHS = [0.19, 0.17, 0.17, 0.2, 0.27];

/** About what the facts take: label, two lines and the space before the rule. */
const FACTS_HEIGHT = 68;

/** A text of its own in the middle of the sheet, smaller where it would take too many lines. Returns the next `y`. */
function centred(
  sheet: Sheet,
  text: string,
  place: { y: number; setting: Setting; tag?: string; lines?: number; least?: number }
): number {
  const width = sheet.width - 2 * INSET;
  const { lines = 1, least = place.setting.size } = place;
  const setting = fitting(sheet.pdf, text, { setting: place.setting, width, lines, least });
  let next = place.y;
  sheet.part(place.tag ?? 'P', () => {
    next = setText(sheet.pdf, text, { setting, column: { x: INSET, y: place.y, width, align: 'centre' } });
  });
  return next;
}

function drawBody(sheet: Sheet, document: CertificateDocument): number {
  const heading: Setting = { font: 'semibold', size: 20, colour: BRAND, tracking: 0.5 };
  const mark: Setting = { font: 'regular', size: 11.5, colour: MUTED };
  const holder: Setting = { font: 'semibold', size: 32, colour: INK };
  const lead: Setting = { font: 'italic', size: 15, colour: MUTED };
  const title: Setting = { font: 'semibold', size: 20, colour: INK };
  let y = centred(sheet, document.heading, { y: 74, setting: heading, tag: 'H1' });
  if (document.demonstration) y = centred(sheet, DEMONSTRATION_MARK, { y: y + 2, setting: mark });
  y = centred(sheet, document.holder, { y: y + 30, setting: holder, least: 16 });
  y = centred(sheet, document.lead, { y: y + 6, setting: lead });
  return centred(sheet, document.activityTitle, { y: y + 8, setting: title, lines: 2, least: 12 });
}

/** The facts in columns: label above value. */
function drawFacts(sheet: Sheet, document: CertificateDocument, y: number): void {
  const { pdf, width } = sheet;
  const label: Setting = { font: 'regular', size: 9.5, colour: MUTED };
  const value: Setting = { font: 'semibold', size: 11, colour: INK };
  let x = INSET;
  certificateRows(document).forEach((row, index) => {
    const columnWidth = (width - 2 * INSET) * (FACT_WIDTHS[index] ?? 0);
    const column = { x, width: columnWidth - 12, align: 'left' } as const;
    sheet.part('P', () => {
      const below = setText(pdf, row.label, { setting: label, column: { ...column, y } });
      setText(pdf, row.value, { setting: value, column: { ...column, y: below + 2 } });
    });
    x += columnWidth;
  });
}

/** Draws the whole document on the first page of `pdf`. */
export function drawCertificate(
  pdf: PDFKit.PDFDocument,
  document: CertificateDocument,
  check: CertificateCheck
): void {
  const { finish, ...sheet } = openSheet(pdf);
  const foot = sheet.height - INSET - FOOT_HEIGHT + 12;
  drawFrame(sheet);
  const end = drawBody(sheet, document);
  drawFacts(sheet, document, end + (foot - end - FACTS_HEIGHT) / 2);
  drawRule(sheet, foot - 18);
  drawFoot(sheet, { document, check, y: foot });
  finish();
}
