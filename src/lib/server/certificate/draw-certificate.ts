import type { CertificateCheck } from '#lib/domain/certificate/certificate-check.ts';
import type { CertificateDocument } from '#lib/domain/certificate/certificate-document.ts';
import type { CertificateImage } from '#lib/domain/activity/certificate-image.ts';
import { DEMONSTRATION_MARK } from '#lib/domain/certificate/certificate-rows.ts';
import { stateWords, type CertificateState } from '#lib/domain/certificate/certificate-state.ts';
import {
  factsBlock,
  logoBlock,
  ornamentBlock,
  ruleBlock,
  signatureBlock,
  textBlock
} from './certificate-blocks.ts';
import {
  ALARM,
  BRAND,
  drawFrame,
  drawRule,
  drawWatermark,
  INK,
  MUTED,
  openSheet,
  type Sheet
} from './certificate-sheet.ts';
import { footBlock } from './draw-certificate-foot.ts';
import type { Setting } from './set-text.ts';
import { stackBlocks, type Block } from './stack-blocks.ts';

/** All that is printed. */
export type PrintedCertificate = {
  document: CertificateDocument;
  check: CertificateCheck;
  state: CertificateState;
  images: readonly CertificateImage[];
};

/** Points between the edge of the paper and the first and last line. */
const VERTICAL_INSET = 60;

function headBlocks(sheet: Sheet, { document, state, images }: PrintedCertificate): Block[] {
  const heading: Setting = { font: 'semibold', size: 23, colour: BRAND, tracking: 0.8 };
  const mark: Setting = { font: 'regular', size: 11, colour: MUTED };
  const alarm: Setting = { font: 'semibold', size: 12, colour: ALARM };
  const words = stateWords(state);
  const logo = images.find(({ kind }) => kind === 'logo');
  return [
    ...(logo ? [logoBlock(sheet, logo)] : []),
    textBlock(sheet, document.heading, { setting: heading, gap: 0.6, tag: 'H1' }),
    ornamentBlock(sheet),
    ...(document.demonstration ? [textBlock(sheet, DEMONSTRATION_MARK, { setting: mark, gap: 0.4 })] : []),
    ...(words ? [textBlock(sheet, words.sentence, { setting: alarm, gap: 0.4 })] : [])
  ];
}

function bodyBlocks(sheet: Sheet, { document, images }: PrintedCertificate): Block[] {
  const holder: Setting = { font: 'semibold', size: 34, colour: INK };
  const lead: Setting = { font: 'italic', size: 15, colour: MUTED };
  const title: Setting = { font: 'semibold', size: 20, colour: INK };
  const signature = images.find(({ kind }) => kind === 'signature');
  return [
    textBlock(sheet, document.holder, { setting: holder, gap: 1.2, lines: 1, least: 18 }),
    ruleBlock(sheet, 300),
    textBlock(sheet, document.lead, { setting: lead, gap: 0.5 }),
    textBlock(sheet, document.activityTitle, { setting: title, gap: 0.5, lines: 2, least: 12 }),
    factsBlock(sheet, document),
    ...(signature ? [signatureBlock(sheet, signature)] : [])
  ];
}

/** Draws the whole document on the first page of `pdf`. */
export function drawCertificate(pdf: PDFKit.PDFDocument, printed: PrintedCertificate): void {
  const { finish, ...sheet } = openSheet(pdf);
  const words = stateWords(printed.state);
  if (words) drawWatermark(sheet, words.mark.toUpperCase());
  drawFrame(sheet);
  const foot = footBlock(sheet, printed);
  const footTop = sheet.height - VERTICAL_INSET - foot.height;
  const blocks = [...headBlocks(sheet, printed), ...bodyBlocks(sheet, printed)];
  stackBlocks([...blocks, { height: 0, gap: 1, draw: () => {} }], {
    top: VERTICAL_INSET,
    bottom: footTop - 14
  });
  drawRule(sheet, footTop - 14);
  foot.draw(footTop);
  finish();
}
