import type { CertificateCheck } from '#lib/domain/certificate/certificate-check.ts';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import { CHECK_HEADING } from '#lib/domain/certificate/certificate-rows.ts';
import { footParagraphs } from '#lib/domain/certificate/frozen-lines.ts';
import { INK, INSET, type Sheet } from './certificate-sheet.ts';
import { qrPath } from '../qr-path.ts';
import { fitting, fittingHeight, setText, textHeight, type Setting } from './set-text.ts';
import type { Block } from './stack-blocks.ts';

/** Points. The QR code is a square of this side. */
const QR_SIZE = 76;

const CHECK_WIDTH = 168;

const GAP = 18;

/** What the document is worth can take this much; a joint provider's statements are long. */
const WORTH_HEIGHT = 118;

const SMALL: Setting = { font: 'regular', size: 9.5, colour: INK };

/** What the document is worth, a paragraph each, at the left. */
function worthBlock(sheet: Sheet, paragraphs: readonly string[]): Block {
  const { pdf } = sheet;
  const width = sheet.width - 2 * INSET - QR_SIZE - CHECK_WIDTH - 2 * GAP;
  const gap = 3;
  const height = WORTH_HEIGHT - gap * (paragraphs.length - 1);
  const { size } = fittingHeight(pdf, paragraphs, { setting: SMALL, width, height, least: 6.5 });
  const setting = { ...SMALL, size };
  const heights = paragraphs.map((text) => textHeight(pdf, text, { setting, width }) + gap);
  const draw = (y: number) => {
    let next = y;
    for (const text of paragraphs) {
      sheet.part('P', () => {
        next = setText(pdf, text, { setting, column: { x: INSET, y: next, width, align: 'left' } }) + gap;
      });
    }
  };
  return { height: heights.reduce((sum, one) => sum + one, 0), gap: 0, draw };
}

/** Address and code for those who have no camera at hand. */
function drawCheck(sheet: Sheet, check: CertificateCheck, y: number): void {
  const x = sheet.width - INSET - QR_SIZE - GAP - CHECK_WIDTH;
  let next = y;
  for (const [text, font] of [
    [CHECK_HEADING, 'semibold'],
    [check.typedAt, 'regular'],
    [check.groupedCode, 'regular']
  ] as const) {
    const limit = { setting: { ...SMALL, font }, width: CHECK_WIDTH, lines: 1, least: 6.5 };
    const setting = fitting(sheet.pdf, text, limit);
    sheet.part('P', () => {
      next =
        setText(sheet.pdf, text, { setting, column: { x, y: next, width: CHECK_WIDTH, align: 'left' } }) + 3;
    });
  }
}

function drawQr({ pdf, part, width }: Sheet, address: string, y: number): void {
  const { size, path } = qrPath(address);
  const draw = () => {
    pdf
      .save()
      .translate(width - INSET - QR_SIZE, y)
      .scale(QR_SIZE / size);
    pdf.path(path).fill(INK).restore();
  };
  part('Figure', draw, `QR code that leads to ${address}`);
}

/** What the document is worth at the left, how to check it at the right. */
export function footBlock(
  sheet: Sheet,
  { document, check }: { document: CertificateDocument; check: CertificateCheck }
): Block {
  const worth = worthBlock(sheet, footParagraphs(document));
  const draw = (y: number) => {
    worth.draw(y);
    drawCheck(sheet, check, y);
    drawQr(sheet, check.address, y);
  };
  return { height: Math.max(QR_SIZE, worth.height), gap: 0, draw };
}
