import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RowStream } from '#lib/server/db/row-stream.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';

/** What quoting, COPY, JSON and parameters treat specially. */
const hostile = fc
  .array(
    fc.constantFrom(
      "'",
      '"',
      '\\',
      '\\.',
      '\\n',
      '$1',
      '$2',
      '%',
      ',',
      '\t',
      '\r',
      '\n',
      '\u0001',
      '\u0002',
      '\u007f',
      'Ł',
      '王',
      '🫀',
      ' '
    ),
    { maxLength: 8 }
  )
  .map((signs) => signs.join(''));

describeOnEachDatabase(
  'streaming rows',
  (on) => {
    const streamed = async (rows: RowStream) =>
      Buffer.concat(await Array.fromAsync(on.database.streamRows(rows))).toString('utf8');

    it('gives back hostile text as it was sent, as CSV and as JSON', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.option(hostile), { minLength: 1, maxLength: 30 }), async (texts) => {
          const values = sql.join(
            texts.map((text, place) => sql`(${place}::integer, ${text}::text)`),
            sql`, `
          );
          const query = sql`select place, word, 'end' as last from (values ${values}) given (place, word) order by place`;
          const csv = await streamed({ query, as: 'csv' });
          const records: string[][] = parse(csv, { record_delimiter: '\n' });
          expect(records).toEqual(texts.map((text, place) => [String(place), text ?? '', 'end']));
          const lines = await streamed({
            query: sql`select row_to_json(r)::text from (${query}) r`,
            as: 'lines'
          });
          const read = lines
            .trimEnd()
            .split('\n')
            .map((line): unknown => JSON.parse(line));
          expect(read).toEqual(texts.map((word, place) => ({ place, word, last: 'end' })));
        }),
        { numRuns: 12 }
      );
    });

    it('writes every type as the server does, tells empty text from null, and never holds all rows', async () => {
      const query = sql`select 1.50::numeric, date '2027-01-31', true, '{"a": [1]}'::jsonb, -7::bigint, null, ''`;
      expect(await streamed({ query, as: 'csv' })).toBe('1.50,2027-01-31,t,"{""a"": [1]}",-7,,""\n');
      const many = sql`select n, repeat('x', 200) from generate_series(1, 20000) n`;
      const sizes: number[] = [];
      for await (const chunk of on.database.streamRows({ query: many, as: 'csv' })) sizes.push(chunk.length);
      expect(Math.max(...sizes)).toBeLessThan(500_000);
      expect(sizes.reduce((sum, size) => sum + size)).toBeGreaterThan(4_000_000);
    });

    it('loses no byte wherever rows of any size are cut on their way, and gives them in few pieces', async () => {
      const word = sql`case when n % 997 = 0 then repeat('y', 150000) else repeat('x', (n * 7919) % 700) end`;
      const many = sql`select n, ${word} as word from generate_series(1, 12000) n order by n`;
      const digest = createHash('sha256');
      let [pieces, isFirst] = [0, true];
      for await (const piece of on.database.streamRows({ query: many, as: 'csv' })) {
        // A reader that is slow at first: the connection pauses in the midst of a row.
        if (isFirst) await new Promise(setImmediate);
        isFirst = false;
        digest.update(piece);
        pieces += 1;
      }
      const whole = sql<string>`encode(sha256(convert_to(string_agg(n || ',' || coalesce(nullif(word, ''), '""') || chr(10),
        '' order by n), 'UTF8')), 'hex')`;
      const [row] = await on.database.db.select({ sha256: whole }).from(sql`(${many}) m`);
      expect(digest.digest('hex')).toBe(row?.sha256);
      expect(pieces).toBeLessThan(1_200);
    });

    it('throws where a row fails midway, and is ready for the next', async () => {
      const query = sql`select 100000 / (9000 - n) from generate_series(1, 20000) n`;
      await expect(streamed({ query, as: 'csv' })).rejects.toThrow('division by zero');
      expect(await streamed({ query: sql`select 1`, as: 'csv' })).toBe('1\n');
    });

    it('lets the database go on where the reader leaves', async () => {
      const query = sql`select n, repeat('x', 1000) from generate_series(1, 100000) n`;
      for await (const chunk of on.database.streamRows({ query, as: 'csv' })) {
        expect(chunk.length).toBeGreaterThan(0);
        break;
      }
      expect(await streamed({ query: sql`select 2`, as: 'csv' })).toBe('2\n');
    });
  },
  'empty'
);
