import fc from 'fast-check';
import { expect, it } from 'vitest';
import { copyLine, countRows, wholeRows } from './copy-text.ts';

it('writes a row as COPY does, one line whatever its cells hold', () => {
  const line = copyLine([null, '', '\\N', 'a\tb\nc\rd\be\ff\vg\\', 'Ω']);
  expect(line).toBe('\\N\t\t\\\\N\ta\\tb\\nc\\rd\\be\\ff\\vg\\\\\tΩ\n');
  expect(countRows(Buffer.from(line + line))).toBe(2);
});

it('gives whole rows in each chunk, wherever the bytes were cut', async () => {
  const rows = fc.array(fc.string({ maxLength: 12 }), { minLength: 1, maxLength: 20 });
  const cuts = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(rows, cuts, async (cells, sizes) => {
      const bytes = Buffer.from(cells.map((cell) => copyLine([cell])).join(''));
      const parts = async function* () {
        let from = 0;
        for (const size of sizes) yield bytes.subarray(from, (from += size));
        yield bytes.subarray(from);
      };
      const chunks = await Array.fromAsync(wholeRows(parts()), (chunk) => Buffer.from(chunk));
      expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
      expect(chunks.every((chunk) => chunk.at(-1) === 10)).toBe(true);
    })
  );
});

it('throws where the last row is not whole', async () => {
  const half = async function* () {
    yield Buffer.from('a\nb');
  };
  await expect(Array.fromAsync(wholeRows(half()))).rejects.toThrow('not whole');
});
