import type { CertificateCheck } from '#lib/domain/certificate/certificate-check.ts';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import { CHECK_HEADING } from '#lib/domain/certificate/certificate-rows.ts';
import { footParagraphs } from '#lib/domain/certificate/frozen-lines.ts';
import { INK, INSET, type Sheet } from './certificate-sheet.ts';
import { qrPath } from './qr-path.ts';
import { fitting, setText, type Setting } from './set-text.ts';

/** Points. The foot is as high as its QR code. */
export const FOOT_HEIGHT = 84;

const CHECK_WIDTH = 176;

const GAP = 18;

const SMALL: Setting = { font: 'regular', size: 10, colour: INK };

function drawWorth(sheet: Sheet, text: string, y: number): void {
  const width = sheet.width - 2 * INSET - FOOT_HEIGHT - CHECK_WIDTH - 3 * GAP;
  const setting = fitting(sheet.pdf, text, { setting: SMALL, width, lines: 7, least: 6.5 });
  sheet.part('P', () => {
    setText(sheet.pdf, text, { setting, column: { x: INSET, y, width, align: 'left' } });
  });
}

/** Address and code for those who have no camera at hand. */
function drawCheck(sheet: Sheet, check: CertificateCheck, y: number): void {
  const x = sheet.width - INSET - FOOT_HEIGHT - GAP - CHECK_WIDTH;
  let next = y;
  for (const [text, font] of [
    [CHECK_HEADING, 'semibold'],
    [check.typedAt, 'regular'],
    [check.groupedCode, 'regular']
  ] as const) {
    const limit = { setting: { ...SMALL, font }, width: CHECK_WIDTH, lines: 1, least: 7 };
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
      .translate(width - INSET - FOOT_HEIGHT, y)
      .scale(FOOT_HEIGHT / size);
    pdf.path(path).fill(INK).restore();
  };
  part('Figure', draw, `QR code that leads to ${address}`);
}

/** What the document is worth at the left, how to check it at the right; `y` is its upper edge. */
export function drawFoot(
  sheet: Sheet,
  { document, check, y }: { document: CertificateDocument; check: CertificateCheck; y: number }
): void {
  drawWorth(sheet, footParagraphs(document).join(' '), y);
  drawCheck(sheet, check, y);
  drawQr(sheet, check.address, y);
}
