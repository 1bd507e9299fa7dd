import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { unguardCell } from '#lib/domain/report/guard-cell.ts';
import type { Profile } from '#lib/domain/identity/profile.ts';
import { auditEvents, profiles } from '#lib/server/db/schema/identity.ts';
import { readFilterOptions } from '#lib/server/report/read-filter-options.ts';
import { parseEnvironment } from '#lib/server/environment.ts';
import { readManifest } from '#lib/server/report/read-manifest.ts';
import { completionsExport } from '../../../scripts/commands/completions-export.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { exported, exportedRecords, openDownload } from '../../support/exported.ts';
import { evaluate, makeCreditedLearner, makePassedLearner, NOON, SAMPLE } from '../../support/learner.ts';
import { readSheet } from '../../support/read-sheet.ts';

describeOnEachDatabase('the completion report', (on) => {
  const onlyOf = async (familyName: string, query = '') =>
    (await exportedRecords(on.database, query)).filter(({ family_name }) => family_name === familyName);

  it('names every column, with byte order mark and CRLF, and types numbers', async () => {
    const profile: Partial<Profile> = { familyName: 'Columns', npi: '1234567893', specialty: 'Oncology' };
    const learner = await makeCreditedLearner(on.database.db, profile);
    const csv = (await exported(on.database)).toString('utf8');
    expect(csv.startsWith('\uFEFFcompletion_id,completed_on,given_name,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const [row] = await onlyOf('Columns');
    expect(row).toMatchObject({
      completed_on: '2027-01-31',
      given_name: 'Ana',
      name_on_certificate: 'Ana Columns, MD',
      profession: 'physician',
      npi: '1234567893',
      activity: SAMPLE,
      activity_version: '0.1.0',
      items_correct: '9',
      items_total: '10',
      credit: '0.5',
      claimed_on: '2027-01-31',
      certificate_id: learner.certificateId
    });
  });

  it('guards cells that a spreadsheet would run, so that the original can be had back', async () => {
    for (const givenName of ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', "'=x", "'ok"]) {
      await makeCreditedLearner(on.database.db, { givenName, familyName: 'Guard' });
    }
    const rows = await onlyOf('Guard');
    const cells = rows.map(({ given_name = '' }) => given_name).sort();
    expect(cells).toEqual(["'+1", "''=x", "'-1", '\'=HYPERLINK("x")', "'@SUM(A1)", "'ok"].sort());
    expect(cells.map(unguardCell).sort()).toEqual(
      ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', "'=x", "'ok"].sort()
    );
  });

  it('guards a cell that begins with a tab or a line break, though no form of ours takes one', async () => {
    const { personId } = await makeCreditedLearner(on.database.db, { familyName: 'Breaks' });
    for (const [credentials, guarded] of [
      ['\t=x', "'\t=x"],
      ['\r\n=x', "'\r\n=x"],
      ['\nx', "'\nx"]
    ] as const) {
      await on.database.db.update(profiles).set({ credentials }).where(eq(profiles.personId, personId));
      const [row] = await onlyOf('Breaks');
      expect(row?.['credentials']).toBe(guarded);
    }
  });

  it('carries Greek, accents and Chinese unharmed', async () => {
    const name = { givenName: 'Ægir Łukasz', familyName: 'Παπαδόπουλος 王小明' };
    await makeCreditedLearner(on.database.db, name);
    const [row] = await onlyOf('Παπαδόπουλος 王小明');
    expect(row).toMatchObject({
      given_name: 'Ægir Łukasz',
      name_on_certificate: 'Ægir Łukasz Παπαδόπουλος 王小明, MD'
    });
  });

  it('holds a completion whose credit was not claimed yet, with its amount empty', async () => {
    const learner = await makePassedLearner(on.database.db, { familyName: 'Unclaimed' });
    await evaluate(on.database.db, learner);
    const [row] = await onlyOf('Unclaimed');
    expect(row).toMatchObject({ credit: '', claimed_on: '', certificate_id: '', verification_code: '' });
  });

  it('filters by activity, by days with both ends counted in, and by profession', async () => {
    const familyName = 'Filtered';
    const on2 = { now: new Date('2028-05-02T00:00:00Z') };
    await makeCreditedLearner(on.database.db, { familyName, profession: 'nurse', ...on2 });
    await makeCreditedLearner(on.database.db, { familyName, profession: 'pharmacist', ...on2 });
    await makeCreditedLearner(on.database.db, { familyName, now: new Date('2028-05-03T23:59:59Z') });
    const found = async (query: string) => (await onlyOf(familyName, query)).length;
    expect(await found('')).toBe(3);
    expect(await found('from=2028-05-02&to=2028-05-02')).toBe(2);
    expect(await found('from=2028-05-03&to=2028-05-03')).toBe(1);
    expect(await found('profession=nurse')).toBe(1);
    expect(await found(`activity=${SAMPLE}&profession=pharmacist&to=2028-05-02`)).toBe(1);
    expect(await found('activity=another-activity')).toBe(0);
    expect(await found('to=2028-05-01')).toBe(0);
  });

  it('has a header and nothing else where the filter finds nothing', async () => {
    const csv = (await exported(on.database, 'activity=another-activity')).toString('utf8');
    expect(csv.split('\r\n')).toHaveLength(2);
    expect((await exported(on.database, 'activity=another-activity', 'ndjson')).length).toBe(0);
    expect(readSheet(await exported(on.database, 'activity=another-activity', 'xlsx'))).toHaveLength(1);
  });

  it('holds the columns and the order of the view, credit in decimals', async () => {
    const made = { familyName: 'Viewed', now: new Date('2029-03-01T12:00:00Z') };
    await makeCreditedLearner(on.database.db, { ...made, givenName: 'Zoë', quarterCredits: 1 });
    await makeCreditedLearner(on.database.db, { ...made, givenName: 'Bo', profession: 'nurse' });
    const query =
      'name=viewed&sort=name&column=credit&column=given_name&column=score_percent&column=reporting';
    const csv = (await exported(on.database, query)).toString('utf8');
    expect(csv).toBe('\uFEFFgiven_name,score_percent,credit,reporting\r\nBo,90,0.5,\r\nZoë,90,0.25,\r\n');
    expect((await exported(on.database, `${query}&order=desc`, 'ndjson')).toString('utf8')).toBe(
      '{"given_name":"Zoë","score_percent":90,"credit":0.25,"reporting":null}\n' +
        '{"given_name":"Bo","score_percent":90,"credit":0.5,"reporting":null}\n'
    );
    expect(readSheet(await exported(on.database, query, 'xlsx'))).toEqual([
      ['given_name', 'score_percent', 'credit', 'reporting'],
      ['Bo', 90, 0.5, null],
      ['Zoë', 90, 0.25, null]
    ]);
  });

  it('takes the fields of the page as flags on the command line', async () => {
    const run = (flags: Record<string, string | boolean | string[]>) =>
      completionsExport.run({
        database: on.database,
        db: on.database.db,
        flags: { json: true, ...flags },
        words: [],
        now: NOON,
        environment: parseEnvironment({})
      });
    const view = { name: ['viewed'], profession: ['nurse', 'pharmacist'], column: ['credit', 'given_name'] };
    expect(await run({ ...view, format: 'ndjson' })).toMatchObject({
      exitCode: 0,
      data: { ndjson: '{"given_name":"Bo","credit":0.5}\n' }
    });
    expect(await run(view)).toMatchObject({ data: { csv: '\uFEFFgiven_name,credit\r\nBo,0.5\r\n' } });
    for (const wrong of [
      { format: 'pdf' },
      { format: 'xlsx' },
      { column: ['password'] },
      { scoreMin: '101' }
    ])
      expect(await run(wrong)).toMatchObject({ exitCode: 2 });
  });

  it('puts on record that an export began and how it ended, with what the file came to', async () => {
    const download = await openDownload(on.database, 'from=2031-01-01&order=asc', 'ndjson');
    const id = download.exportId;
    await Array.fromAsync(download.chunks);
    const found = await on.database.db
      .select({ action: auditEvents.action, detail: auditEvents.detail })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, id))
      .orderBy(auditEvents.id);
    const what = { query: 'from=2031-01-01&order=asc', format: 'ndjson', way: 'download' };
    const sha256 = createHash('sha256').digest('hex');
    expect(found).toEqual([
      { action: 'report.begin-export', detail: what },
      { action: 'report.finish-export', detail: { ...what, rows: 0, bytes: 0, sha256 } }
    ]);
    expect(await readManifest(on.database.db, id)).toMatchObject({
      file: 'completions-2027-01-31.ndjson',
      state: 'finished',
      rows: 0,
      bytes: 0,
      sha256,
      view: what.query,
      failure: null
    });
  });

  it('says on record that it broke where the reader leaves, and lets the database go on', async () => {
    const { chunks, exportId } = await openDownload(on.database);
    for await (const chunk of chunks) {
      expect(Buffer.from(chunk).toString('utf8')).toContain('completion_id');
      break;
    }
    expect(await readManifest(on.database.db, exportId)).toMatchObject({
      state: 'failed',
      rows: 0,
      sha256: null,
      failure: 'The reader left before the end.'
    });
    const broken = await on.database.db
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, exportId), eq(auditEvents.action, 'report.break-export')));
    expect(broken).toHaveLength(1);
    expect((await exported(on.database)).toString('utf8')).toContain('completion_id');
  });

  it('offers the published activities and versions and the types of credit for the filter', async () => {
    const { activities, versions, credits } = await readFilterOptions(on.database.db);
    expect(versions).toEqual([{ id: '0.1.0', label: '0.1.0' }]);
    expect(credits).toContainEqual({ id: 'ama-pra-1', label: 'AMA PRA Category 1 Credit™' });
    expect(activities).toEqual([
      { id: SAMPLE, label: 'Resistance to immunotherapy: present from the start or acquired later' }
    ]);
  });
});
