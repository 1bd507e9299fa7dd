import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import type { CertificateImage } from '#lib/domain/activity/certificate-image.ts';
import { certificateRows } from '#lib/domain/certificate/certificate-rows.ts';
import {
  drawOrnament,
  drawRule,
  INK,
  INSET,
  MUTED,
  ORNAMENT_HEIGHT,
  type Sheet
} from './certificate-sheet.ts';
import { fitting, setText, textHeight, type Setting } from './set-text.ts';
import type { Block } from './stack-blocks.ts';

type Line = { setting: Setting; gap: number; tag?: string; lines?: number; least?: number };

/** A text of its own in the middle of the sheet, smaller where it would take too many lines. */
export function textBlock(sheet: Sheet, text: string, line: Line): Block {
  const { pdf } = sheet;
  const width = sheet.width - 2 * INSET;
  const { lines = 1, least = line.setting.size, tag = 'P', gap } = line;
  const setting = fitting(pdf, text, { setting: line.setting, width, lines, least });
  const draw = (y: number) =>
    sheet.part(tag, () => {
      setText(pdf, text, { setting, column: { x: INSET, y, width, align: 'centre' } });
    });
  return { height: textHeight(pdf, text, { setting, width }), gap, draw };
}

/** The ornament below the heading. */
export const ornamentBlock = (sheet: Sheet): Block => ({
  height: ORNAMENT_HEIGHT,
  gap: 0.5,
  draw: (y) => drawOrnament(sheet, y)
});

/** A short hairline, e.g. below the holder's name. */
export const ruleBlock = (sheet: Sheet, length: number): Block => ({
  height: 1,
  gap: 0.4,
  draw: (y) => drawRule(sheet, y, length)
});

/** An image in the middle, no larger than its box; the caption is what assistive technology reads. */
function drawImage(sheet: Sheet, image: CertificateImage, box: { y: number; width: number; height: number }) {
  const x = (sheet.width - box.width) / 2;
  sheet.part(
    'Figure',
    () => {
      sheet.pdf.image(Buffer.from(image.content), x, box.y, {
        fit: [box.width, box.height],
        align: 'center',
        valign: image.kind === 'logo' ? 'center' : 'bottom'
      });
    },
    image.caption
  );
}

/** The activity's own logo, above the heading. */
export const logoBlock = (sheet: Sheet, image: CertificateImage): Block => ({
  height: 46,
  gap: 0,
  draw: (y) => drawImage(sheet, image, { y, width: 220, height: 46 })
});

const SIGNATURE_WIDTH = 190;

/** A signature on its line, with who signed below. */
export function signatureBlock(sheet: Sheet, image: CertificateImage): Block {
  const setting: Setting = { font: 'regular', size: 9, colour: MUTED };
  const caption = textBlock(sheet, image.caption, { setting, gap: 0, least: 7 });
  const draw = (y: number) => {
    drawImage(sheet, image, { y, width: SIGNATURE_WIDTH, height: 34 });
    drawRule(sheet, y + 36, SIGNATURE_WIDTH);
    caption.draw(y + 38);
  };
  return { height: 38 + caption.height, gap: 0.8, draw };
}

/** The share of the width that each fact takes, in their order. */
const FACT_WIDTHS = [0.19, 0.16, 0.17, 0.2, 0.28];

/** Small enough that no word is cut and three lines are enough. */
function factSetting(pdf: PDFKit.PDFDocument, value: string, width: number): Setting {
  const semibold: Setting = { font: 'semibold', size: 10.5, colour: INK };
  const longest = value.split(/\s/).reduce((one, other) => (other.length > one.length ? other : one));
  const setting = fitting(pdf, longest, { setting: semibold, width, lines: 1, least: 8 });
  return fitting(pdf, value, { setting, width, lines: 3, least: 8 });
}

/** The facts in columns: label above value. */
export function factsBlock(sheet: Sheet, document: CertificateDocument): Block {
  const { pdf } = sheet;
  const label: Setting = { font: 'regular', size: 9, colour: MUTED };
  let x = INSET;
  const columns = certificateRows(document).map(({ label: title, value }, index) => {
    const full = (sheet.width - 2 * INSET) * (FACT_WIDTHS[index] ?? 0);
    const column = { x, width: full - 14, align: 'left' } as const;
    x += full;
    const setting = factSetting(pdf, value, column.width);
    const height = 14 + textHeight(pdf, value, { setting, width: column.width });
    const draw = (y: number) => {
      setText(pdf, title, { setting: label, column: { ...column, y } });
      setText(pdf, value, { setting, column: { ...column, y: y + 14 } });
    };
    return { height, draw };
  });
  const draw = (y: number) => columns.forEach((column) => sheet.part('P', () => column.draw(y)));
  return { height: Math.max(...columns.map(({ height }) => height)), gap: 1.4, draw };
}
