import { execFileSync } from 'node:child_process';
import { ensureProgram, onPath } from './system-package.ts';

/** What a PDF says of itself, by name, e.g. `Title`, `Tagged`, `Page size`. */
export function pdfFacts(pdf: Uint8Array): Map<string, string> {
  const program = ensureProgram('pdfinfo', { find: () => onPath('pdfinfo'), package: 'poppler-utils' });
  const lines = execFileSync(program, ['-'], { input: pdf, encoding: 'utf8' }).split('\n');
  return new Map(lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]));
}
