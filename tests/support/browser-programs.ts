import { existsSync } from 'node:fs';
import { ensureProgram, onPath } from './system-package.ts';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Where Chromium is, or null; installs nothing. */
export function findChromium(): string | null {
  const given = process.env['CHROMIUM_PATH'];
  if (given && existsSync(given)) return given;
  return CHROMIUM_NAMES.map(onPath).find((path) => path !== null) ?? null;
}

/** The system's Chromium; installs it where it is missing and that is allowed. */
export function chromiumPath(): string {
  return ensureProgram('Chromium', { find: findChromium, package: 'chromium' });
}

/** The program that takes text out of a PDF, as a reader that copies it would. */
export function pdfToTextPath(): string {
  return ensureProgram('pdftotext', { find: () => onPath('pdftotext'), package: 'poppler-utils' });
}
