import { strFromU8, unzipSync } from 'fflate';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { insertAuditEvent } from '#lib/server/identity/audit.ts';
import { EXPORT_FILES } from '#lib/server/privacy/export-queries.ts';
import { exportOwnData } from '#lib/server/privacy/export-own-data.ts';
import { THEIR_ACTS } from '#lib/server/privacy/their-acts.ts';
import { THEIR_TABLES } from '#lib/server/privacy/their-tables.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { GIVEN, makeErasable } from '../../support/erasable.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makeLearner, NOON } from '../../support/learner.ts';
import { places, start, submit } from '../../support/sitting.ts';

/** Every foreign key as `table.column` and the table that it leads to. */
async function listKeys(db: Executor): Promise<{ table: string; column: string; target: string }[]> {
  return db
    .select({
      table: sql<string>`t.relname::text`,
      column: sql<string>`a.attname::text`,
      target: sql<string>`f.relname::text`
    })
    .from(
      sql`pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        join pg_class t on t.oid = k.conrelid join pg_class f on f.oid = k.confrelid`
    )
    .where(sql`k.contype = 'f'`);
}

const owned = new Set(THEIR_TABLES.map(({ table }) => table));
const named = new Set([...THEIR_TABLES, ...THEIR_ACTS].map(({ table, column }) => `${table}.${column}`));

function isNamed({ table, column, target }: { table: string; column: string; target: string }): boolean {
  if (target === 'people') return named.has(`${table}.${column}`);
  return !owned.has(target) || owned.has(table) || THEIR_ACTS.some((act) => act.table === table);
}

const HOW = `Tables with a way to people that nobody has decided about. If their rows are a person's own, add a line to
src/lib/server/privacy/their-tables.ts (which file of the export, what erasure does); if the column only names who did
something, add one to src/lib/server/privacy/their-acts.ts.`;

type Files = Record<string, Uint8Array>;

const jsonOf = (files: Files, file: string): unknown =>
  JSON.parse(strFromU8(files[`json/${file}.json`] ?? new Uint8Array()));

async function exported(db: Executor, personId: string, now = NOON): Promise<Files> {
  const made = await exportOwnData(db, { personId, now });
  if (!made.ok) throw new Error(`Wait until ${made.problem.until.toISOString()}`);
  return unzipSync(made.value.bytes);
}

describeOnEachDatabase('the export of one’s own data', (on) => {
  it('knows every table with a way to a person, and every file that the list of tables names', async () => {
    const missing = (await listKeys(on.database.db)).filter((key) => !isNamed(key));
    expect(
      missing.map(({ table, column }) => `${table}.${column}`),
      HOW
    ).toEqual([]);
    const files = new Set(THEIR_TABLES.flatMap((one) => ('file' in one ? [one.file] : [])));
    const made = new Set(EXPORT_FILES.map(({ file }) => file));
    expect([...files].filter((file) => !made.has(file))).toEqual([]);
  });

  it('gives everything out in JSON and CSV, and nobody else’s data', async () => {
    const { db } = on.database;
    const { personId } = await makeErasable(db, 'Müller');
    const files = await exported(db, personId);
    for (const { file } of EXPORT_FILES) {
      expect(files, file).toHaveProperty([`json/${file}.json`]);
      expect(files, file).toHaveProperty([`csv/${file}.csv`]);
    }
    expect(jsonOf(files, 'profile')).toMatchObject([{ given_name: GIVEN, family_name: 'Müller' }]);
    expect(jsonOf(files, 'completions')).toMatchObject([{ completed_on: '2027-01-31' }]);
    expect(jsonOf(files, 'certificates')).toMatchObject([{ document: { holder: `${GIVEN} Müller, MD` } }]);
    expect(jsonOf(files, 'attempts')).toMatchObject([{ kind: 'pre-test' }, { items_correct: 9 }]);
    const csv = strFromU8(files['csv/profile.csv'] ?? new Uint8Array());
    expect(csv).toContain('given name,family name');
    expect(csv).toContain('Müller');
    const stranger = await makeLearner(db, { familyName: 'Okafor' });
    const theirs = await exported(db, stranger.personId);
    expect(
      Object.values(theirs)
        .map((bytes) => strFromU8(bytes))
        .join('')
    ).not.toMatch(/Müller/);
  });

  it('says nothing of what is right in an attempt that is still open', async () => {
    const { db } = on.database;
    const learner = await makeLearner(db);
    const sitting = await start(db, learner.personId, { kind: 'pre-test' });
    const [first, second] = await places(db, sitting);
    for (const place of [first, second])
      await submit(db, sitting, { position: place?.position ?? 0, right: place === first });
    const files = await exported(db, learner.personId);
    const responses = jsonOf(files, 'responses');
    expect(responses).toHaveLength(2);
    for (const row of Array.isArray(responses) ? responses : [])
      expect(Object.keys(row).toSorted()).toEqual([
        'answered_at',
        'attempt_id',
        'flagged',
        'options_ruled_out',
        'position',
        'question',
        'response'
      ]);
    const [{ text: rationales } = { text: '' }] = await db
      .select({ text: sql<string>`string_agg(o.rationale, '|')` })
      .from(sql`item_options o`)
      .where(sql`o.rationale <> ''`);
    const all = Object.values(files)
      .map((bytes) => strFromU8(bytes))
      .join('\n');
    for (const rationale of rationales.split('|').filter((one) => one.length > 20))
      expect(all).not.toContain(rationale);
  });

  it('may be taken ten times a day', async () => {
    const { db } = on.database;
    const { personId } = await makeLearner(db);
    const taken = { at: NOON, actorId: personId, action: 'privacy.export-own-data' };
    for (let time = 0; time < 10; time += 1)
      await insertAuditEvent(db, { ...taken, subject: { kind: 'person', id: personId } });
    await expect(exported(db, personId)).rejects.toThrow(/Wait until 2027-02-01T12/);
    await exported(db, personId, new Date('2027-02-01T12:00:01Z'));
  });
});
