import { execFileSync } from 'node:child_process';
import jsQr from 'jsqr';
import { pdfToTextPath } from './browser-programs.ts';

/** What a reader gets who selects all text of a PDF and copies it. */
export function textOfPdf(pdf: Buffer): string {
  return execFileSync(pdfToTextPath(), ['-', '-'], { input: pdf, encoding: 'utf8' });
}

type GreyImage = { width: number; height: number; pixels: Uint8Array };

/** Reads a binary PGM: the header in ASCII, then one byte a pixel. */
function parsePgm(file: Buffer): GreyImage {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 100));
  if (!header) throw new Error('This is not a PGM with one byte a pixel.');
  const [whole, width, height] = header;
  return { width: Number(width), height: Number(height), pixels: file.subarray(whole.length) };
}

/** The text of the QR code on the first page of a PDF, as a phone's camera would read it; null without one. */
export function qrCodeOfPdf(pdf: Buffer): string | null {
  const words = ['-gray', '-r', '150', '-f', '1', '-l', '1', '-'];
  const page = execFileSync('pdftoppm', words, { input: pdf, maxBuffer: 2 ** 26 });
  const { width, height, pixels } = parsePgm(page);
  const colours = new Uint8ClampedArray(width * height * 4);
  for (let index = 0; index < width * height; index += 1) {
    const grey = pixels[index] ?? 0;
    colours.set([grey, grey, grey, 255], index * 4);
  }
  return jsQr(colours, width, height)?.data ?? null;
}
