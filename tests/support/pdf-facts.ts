import { execFileSync } from 'node:child_process';
import { ensureProgram, onPath } from './system-package.ts';

/** What a PDF says of itself, by name, e.g. `Title`, `Tagged`, `Page size`. */
export function pdfFacts(pdf: Uint8Array): Map<string, string> {
  const program = ensureProgram('pdfinfo', { find: () => onPath('pdfinfo'), package: 'poppler-utils' });
  const lines = execFileSync(program, ['-'], { input: pdf, encoding: 'utf8' }).split('\n');
  return new Map(lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]));
}

/** Each typeface of a PDF, with what `pdffonts` says of it. */
export function fontsOfPdf(pdf: Uint8Array) {
  const program = ensureProgram('pdffonts', { find: () => onPath('pdffonts'), package: 'poppler-utils' });
  const lines = execFileSync(program, ['-'], { input: pdf, encoding: 'utf8' }).trim().split('\n').slice(2);
  return lines.map((line) => {
    const found = /^(\S+) .* (yes|no) +(yes|no) +(yes|no) +\d+ +\d+$/.exec(line);
    if (!found) throw new Error(`pdffonts says: ${line}`);
    const [, name, embedded, subset, unicode] = found;
    return { name, embedded, subset, unicode };
  });
}
