import { parse } from 'csv-parse/sync';
import { and, eq, like } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { ALL_COMPLETIONS, type CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import { unguardCell } from '#lib/domain/report/guard-cell.ts';
import type { Profile } from '#lib/domain/identity/profile.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { auditEvents, profiles } from '#lib/server/db/schema/identity.ts';
import { exportCompletionsCsv } from '#lib/server/report/export-completions-csv.ts';
import { listActivitiesInReport } from '#lib/server/report/list-activities-in-report.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { evaluate, makeCreditedLearner, makePassedLearner, NOON, SAMPLE } from '../../support/learner.ts';

async function exported(db: Executor, filter: Partial<CompletionFilter> = {}): Promise<string> {
  const chunks: string[] = [];
  const request = { filter: { ...ALL_COMPLETIONS, ...filter }, now: NOON, actorId: null };
  for await (const chunk of exportCompletionsCsv(db, request)) chunks.push(chunk);
  return chunks.join('');
}

const recordsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

describeOnEachDatabase('the completion report', (on) => {
  const onlyOf = async (personName: string, filter: Partial<CompletionFilter> = {}) =>
    recordsOf(await exported(on.database.db, filter)).filter(({ family_name }) => family_name === personName);

  it('names every column, with byte order mark and CRLF, and types numbers', async () => {
    const profile: Partial<Profile> = { familyName: 'Columns', npi: '1234567893', specialty: 'Oncology' };
    const learner = await makeCreditedLearner(on.database.db, profile);
    const csv = await exported(on.database.db);
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
    const found = async (filter: Partial<CompletionFilter>) => (await onlyOf(familyName, filter)).length;
    expect(await found({})).toBe(3);
    expect(await found({ from: '2028-05-02', to: '2028-05-02' })).toBe(2);
    expect(await found({ from: '2028-05-03', to: '2028-05-03' })).toBe(1);
    expect(await found({ profession: ['nurse'] })).toBe(1);
    expect(await found({ activity: [SAMPLE], profession: ['pharmacist'], to: '2028-05-02' })).toBe(1);
    expect(await found({ activity: ['another-activity'] })).toBe(0);
    expect(await found({ to: '2028-05-01' })).toBe(0);
  });

  it('has a header and nothing else where the filter finds nothing', async () => {
    const csv = await exported(on.database.db, { activity: ['another-activity'] });
    expect(csv.split('\r\n')).toHaveLength(2);
  });

  it('puts on record that an export began and how it ended', async () => {
    await exported(on.database.db, { from: '2031-01-01' });
    const found = await on.database.db
      .select({ action: auditEvents.action, detail: auditEvents.detail })
      .from(auditEvents)
      .where(like(auditEvents.action, 'report.%'))
      .orderBy(auditEvents.id);
    expect(found.slice(-2)).toEqual([
      { action: 'report.begin-export', detail: { ...ALL_COMPLETIONS, from: '2031-01-01' } },
      { action: 'report.finish-export', detail: { ...ALL_COMPLETIONS, from: '2031-01-01', rows: 0 } }
    ]);
  });

  it('says on record that it broke where the reader leaves, and lets the database go on', async () => {
    const request = { filter: ALL_COMPLETIONS, now: NOON, actorId: null };
    for await (const chunk of exportCompletionsCsv(on.database.db, request)) {
      expect(chunk).toContain('completion_id');
      break;
    }
    const broken = await on.database.db
      .select({ id: auditEvents.id })
      .from(auditEvents)
      .where(and(eq(auditEvents.action, 'report.break-export')));
    expect(broken).toHaveLength(1);
    expect(await exported(on.database.db)).toContain('completion_id');
  });

  it('offers the published activities for the filter', async () => {
    expect(await listActivitiesInReport(on.database.db)).toEqual([
      { id: SAMPLE, label: 'Resistance to immunotherapy: present from the start or acquired later' }
    ]);
  });
});
