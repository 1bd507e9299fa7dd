import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvBytes, ndjsonBytes } from './export-bytes.ts';

const cell = fc
  .array(fc.constantFrom('"', ',', '\n', '\r', 'a', '王', 'x'.repeat(5_000)), { maxLength: 6 })
  .map((signs) => signs.join(''));

/** The bytes in parts of any size, as they come from a wire. */
async function* cutAt(bytes: Buffer, sizes: number[]): AsyncGenerator<Uint8Array, void> {
  let from = 0;
  for (const size of sizes) {
    yield bytes.subarray(from, from + size);
    from += size;
  }
  yield bytes.subarray(from);
}

const all = async (chunks: AsyncIterable<Uint8Array>) =>
  Buffer.concat(await Array.fromAsync(chunks)).toString('utf8');

it('ends each record with CRLF and leaves cells alone, wherever the bytes were cut', async () => {
  const records = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 });
  const cuts = fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(records, cuts, async (rows, sizes) => {
      const made = (record_delimiter: string) => stringify(rows, { record_delimiter, quoted: true });
      const tally = { rows: 0 };
      const csv = await all(csvBytes(cutAt(Buffer.from(made('\n')), sizes), ['a', 'b'], tally));
      expect(csv).toBe(`\uFEFFa,b\r\n${made('\r\n')}`);
      expect(tally.rows).toBe(rows.length);
    })
  );
});

it('counts the lines of JSON wherever the bytes were cut', async () => {
  const made = Array.from({ length: 2_000 }, (_, line) => `{"line":${line}}\n`).join('');
  const tally = { rows: 0 };
  expect(await all(ndjsonBytes(cutAt(Buffer.from(made), [1, 7_000, 12, 9_000]), tally))).toBe(made);
  expect(tally.rows).toBe(2_000);
});
