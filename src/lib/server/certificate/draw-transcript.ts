import type { SheetRow, TranscriptSheet } from '#lib/domain/certificate/transcript-sheet.ts';
import { BRAND, INK, LINE, MUTED } from './certificate-sheet.ts';
import { setText, type Setting } from './set-text.ts';

/** Points from the edge of the paper to the text, and what is left free below. */
const MARGIN = 56;
const BOTTOM = 72;

const COLUMNS = [
  { share: 0.16, key: 'day' },
  { share: 0.39, key: 'title' },
  { share: 0.2, key: 'amount' },
  { share: 0.25, key: 'note' }
] as const;

const TITLE: Setting = { font: 'semibold', size: 22, colour: BRAND };
const NAME: Setting = { font: 'semibold', size: 16, colour: INK };
const SMALL: Setting = { font: 'regular', size: 9.5, colour: MUTED };
const HEADING: Setting = { font: 'semibold', size: 13, colour: BRAND };
const CELL: Setting = { font: 'regular', size: 9.5, colour: INK };
const LABEL: Setting = { font: 'semibold', size: 9.5, colour: INK };

/** A page that grows: where the next text begins, and how an element of the document's structure is drawn. */
type Roll = {
  pdf: PDFKit.PDFDocument;
  y: number;
  part: (tag: string, draw: () => void) => void;
};

const textWidth = ({ pdf }: Roll) => pdf.page.width - 2 * MARGIN;

/** Turns to a new page where less than `needed` points are left. */
function makeRoom(roll: Roll, needed: number): void {
  if (roll.y + needed <= roll.pdf.page.height - BOTTOM) return;
  roll.pdf.addPage();
  roll.y = MARGIN;
}

function line(
  roll: Roll,
  text: string,
  { setting, tag = 'P', gap = 4 }: { setting: Setting; tag?: string; gap?: number }
) {
  makeRoom(roll, setting.size * 2);
  const column = { x: MARGIN, y: roll.y, width: textWidth(roll), align: 'left' } as const;
  roll.part(tag, () => {
    roll.y = setText(roll.pdf, text, { setting, column }) + gap;
  });
}

/** A line under a row; decoration, which assistive technology skips. */
function hairline({ pdf, y }: Roll): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.lineWidth(0.4).strokeColor(LINE);
  pdf
    .moveTo(MARGIN, y)
    .lineTo(pdf.page.width - MARGIN, y)
    .stroke();
  pdf.endMarkedContent();
}

/** A row of four cells, each in its column; a long one is never torn across pages. */
function drawRow(roll: Roll, row: SheetRow, setting: Setting): void {
  const width = textWidth(roll);
  const lines = Math.max(
    1,
    ...COLUMNS.map(({ share, key }) => Math.ceil((row[key].length * 5) / (width * share)))
  );
  makeRoom(roll, lines * setting.size * 1.3 + 8);
  let x = MARGIN;
  let below = roll.y;
  for (const { share, key } of COLUMNS) {
    const column = { x, y: roll.y, width: width * share - 10, align: 'left' } as const;
    roll.part('P', () => {
      below = Math.max(below, setText(roll.pdf, row[key], { setting, column }));
    });
    x += width * share;
  }
  roll.y = below + 3;
  hairline(roll);
  roll.y += 6;
}

const HEADER: SheetRow = { day: 'Completed on', title: 'Activity', amount: 'Amount', note: 'Code or note' };

/** Draws a transcript, on as many pages as it takes. `part` draws one element of the structure. */
export function drawTranscript(pdf: PDFKit.PDFDocument, sheet: TranscriptSheet, part: Roll['part']): void {
  const roll: Roll = { pdf, y: MARGIN, part };
  line(roll, 'Transcript', { setting: TITLE, tag: 'H1' });
  if (sheet.name !== '') line(roll, sheet.name, { setting: NAME });
  line(roll, sheet.standing, { setting: SMALL, gap: 14 });
  for (const total of sheet.totals) line(roll, `Total: ${total}`, { setting: LABEL, gap: 2 });
  for (const { heading, note, rows } of sheet.sections) {
    roll.y += 16;
    makeRoom(roll, 90);
    line(roll, heading, { setting: HEADING, tag: 'H2', gap: 2 });
    line(roll, note, { setting: SMALL, gap: 8 });
    drawRow(roll, HEADER, LABEL);
    for (const row of rows) drawRow(roll, row, CELL);
  }
}
