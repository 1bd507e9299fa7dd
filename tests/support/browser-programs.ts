import { existsSync } from 'node:fs';
import { ensureProgram, installIfOffered, onPath } from './system-package.ts';

/** The same engine without the windows around it, for half of the processor time. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'] as const;

const CHROMIUM_NAMES = [...SHELLS, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Where Chromium is, or null; installs nothing. `CHROMIUM_PATH` names another, e.g. one with windows. */
export function findChromium(): string | null {
  const given = process.env['CHROMIUM_PATH'];
  if (given && existsSync(given)) return given;
  return CHROMIUM_NAMES.map(onPath).find((path) => path !== null) ?? null;
}

/** The system's Chromium; installs it where it is missing and that is allowed. */
export function chromiumPath(): string {
  return ensureProgram('Chromium', { find: findChromium, package: 'chromium' });
}

/** Before many tests: has the shell installed where that is possible and nobody chose another browser. */
export function preferHeadlessShell(): void {
  const isChosen = process.env['CHROMIUM_PATH'] !== undefined;
  if (!isChosen && SHELLS.every((name) => onPath(name) === null)) installIfOffered(SHELLS[0]);
}

/** The program that takes text out of a PDF, as a reader that copies it would. */
export function pdfToTextPath(): string {
  return ensureProgram('pdftotext', { find: () => onPath('pdftotext'), package: 'poppler-utils' });
}
