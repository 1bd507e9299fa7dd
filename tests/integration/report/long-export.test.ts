import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unguardCell } from '#lib/domain/report/guard-cell.ts';
import { reportExports } from '#lib/server/db/schema/report-export.ts';
import { readManifest } from '#lib/server/report/read-manifest.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { exported, openDownload } from '../../support/exported.ts';
import { makeCreditedLearner } from '../../support/learner.ts';
import { insertManyCompletions } from '../../support/many-completions.ts';
import { openTestDatabase, type TestDatabase } from '../../support/open-test-database.ts';
import { readSheet, sheetXmlOf } from '../../support/read-sheet.ts';

const HOW_MANY = 3_500;

const recordsIn = (file: string) => file.split('\r\n').length - 2;

/** What spreadsheets, CSV, JSON, XML and SQL treat specially, more often than chance would put it there. */
const hostile = fc
  .array(
    fc.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\n',
      '\r\n',
      '"',
      ',',
      ';',
      '\\',
      '$1',
      '<',
      '&',
      '_x0041_',
      '\u0001',
      'a',
      'Ł',
      '王'
    ),
    { maxLength: 8 }
  )
  .map((signs) => signs.join(''));

describeOnEachDatabase('a long export', (on) => {
  beforeAll(() => insertManyCompletions(on.database.db, HOW_MANY));

  it('holds every completion once, in order, in chunks of bounded size, and says what it came to', async () => {
    const { chunks, exportId } = await openDownload(on.database, 'order=asc');
    const pieces = await Array.fromAsync(chunks);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(400_000);
    const file = Buffer.concat(pieces);
    const lines = file.toString('utf8').split('\r\n').slice(1, -1);
    expect(new Set(lines.map((line) => line.slice(0, 36))).size).toBe(HOW_MANY);
    const days = lines.map((line) => line.split(',')[1]);
    expect(days).toEqual([...days].sort());
    expect(await readManifest(on.database.db, exportId)).toMatchObject({
      state: 'finished',
      rows: HOW_MANY,
      bytes: file.length,
      sha256: createHash('sha256').update(file).digest('hex')
    });
  });

  it('gives hostile names back in each format: CSV once the guard is off, no cell of a sheet a formula', async () => {
    const names = fc.sample(hostile, 300);
    const values = sql.join(
      names.map((name, place) => sql`(${place + 1}::integer, ${name}::text)`),
      sql`, `
    );
    await on.database.db
      .execute(sql`update profiles set given_name = name from (values ${values}) given (place, name)
      where person_id = md5('person'::text || place)::uuid`);
    const query = 'sort=name&column=family_name&column=given_name';
    const expected = names.map((name, place) => [`Family${place + 1}`, name]);
    const inOrder = (rows: unknown[][]) =>
      expected.map(([family]) => rows.find(([, cell]) => cell === family)?.toReversed());

    const records: string[][] = parse(await exported(on.database, query), {
      bom: true,
      record_delimiter: '\r\n'
    });
    const cells = records.map(([given = '', family]) => [given, family]);
    expect(cells.filter(([given = '']) => /^[=+@\t\r\n-]/.test(given))).toEqual([]);
    expect(inOrder(cells.map(([given = '', family]) => [unguardCell(given), family]))).toEqual(expected);

    const lines = (await exported(on.database, query, 'ndjson')).toString('utf8').trimEnd().split('\n');
    const objects = lines.map((line): unknown => JSON.parse(line));
    expect(objects).toHaveLength(HOW_MANY);
    for (const [family_name, given_name] of expected)
      expect(objects).toContainEqual({ family_name, given_name });

    const sheet = await exported(on.database, query, 'xlsx');
    expect(sheetXmlOf(sheet)).not.toMatch(/<f[ >]/);
    const rows = readSheet(sheet).map(([given, family]) => [given ?? '', family]);
    expect(inOrder(rows)).toEqual(expected);
  });
});

describe('a long export on a server', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase('postgres');
    // Enough that the server is not done before the reader has begun.
    await insertManyCompletions(database.db, 20_000);
  });
  afterAll(() => database.close());

  it('shows the data of one moment: what is completed meanwhile is left to the next one', async () => {
    const pieces: Uint8Array[] = [];
    const { chunks } = await openDownload(database, 'order=asc');
    for await (const piece of chunks) {
      pieces.push(piece);
      const now = new Date('2027-12-31T12:00:00Z');
      if (pieces.length === 2) await makeCreditedLearner(database.db, { familyName: 'Meanwhile', now });
    }
    const file = Buffer.concat(pieces).toString('utf8');
    expect(recordsIn(file)).toBe(20_000);
    expect(file).not.toContain('Meanwhile');
  });

  it('lets four be downloaded at once, and the next when one has ended', async () => {
    const four = await Promise.all([1, 2, 3, 4].map(() => openDownload(database)));
    await expect(openDownload(database)).rejects.toThrow('too-many-at-once');
    for (const { chunks } of four) {
      await chunks.next();
      await chunks.return();
    }
    expect(recordsIn((await exported(database)).toString('utf8'))).toBe(20_001);
  });

  it('breaks where the database fails midway, and never ends as if it were whole', async () => {
    const pieces: Uint8Array[] = [];
    const { chunks, exportId } = await openDownload(database);
    const read = async () => {
      for await (const piece of chunks) {
        pieces.push(piece);
        if (pieces.length !== 2) continue;
        await database.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'footnote-export'`);
      }
    };
    await expect(read()).rejects.toThrow();
    expect(recordsIn(Buffer.concat(pieces).toString('utf8'))).toBeLessThan(20_000);
    const manifest = await readManifest(database.db, exportId);
    expect(manifest).toMatchObject({ state: 'failed', sha256: null });
    expect(manifest?.failure).toMatch(/connection to the database was lost/);
  });

  it('refuses a sheet of more rows than a sheet holds before its first byte, and puts nothing on record', async () => {
    // Every completion sixty times: what is counted is what the view would export.
    await database.db.execute(sql`alter table completion_summaries rename to kept_summaries`);
    await database.db.execute(sql`create view completion_summaries as
      select kept.* from kept_summaries kept cross join generate_series(1, 60)`);
    const before = await database.db.select({ id: reportExports.id }).from(reportExports);
    await expect(openDownload(database, '', 'xlsx')).rejects.toThrow('too-many-rows');
    const after = await database.db.select({ id: reportExports.id }).from(reportExports);
    expect(after).toHaveLength(before.length);
    const { chunks } = await openDownload(database);
    expect((await chunks.next()).done).toBe(false);
    await chunks.return();
  });
});
