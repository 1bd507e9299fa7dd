import { expect, it } from 'vitest';
import { copyLine, countRows } from './copy-text.ts';

it('writes a row as COPY does, one line whatever its cells hold', () => {
  const line = copyLine([null, '', '\\N', 'a\tb\nc\rd\be\ff\vg\\', 'Ω']);
  expect(line).toBe('\\N\t\t\\\\N\ta\\tb\\nc\\rd\\be\\ff\\vg\\\\\tΩ\n');
  expect(countRows(Buffer.from(line + line))).toBe(2);
});
