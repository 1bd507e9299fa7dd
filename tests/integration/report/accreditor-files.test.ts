import { createHash, randomUUID } from 'node:crypto';
import { like, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { ALL_COMPLETIONS } from '#lib/domain/report/completion-filter.ts';
import { faultFacts, type FaultKind } from '#lib/domain/report/mapping/fault-kinds.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activities } from '#lib/server/db/schema/activity.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { acceptAll, recordAnswers } from '#lib/server/report/accreditor/record-answers.ts';
import { askToDelete } from '#lib/server/report/accreditor/ask-to-delete.ts';
import { downloadSubmission } from '#lib/server/report/accreditor/download-submission.ts';
import { makeSubmission } from '#lib/server/report/accreditor/make-submission.ts';
import { selectOptionalMapping } from '#lib/server/report/accreditor/mapping-queries.ts';
import { readPreflight } from '#lib/server/report/accreditor/read-preflight.ts';
import { listSubmissions, readSubmission } from '#lib/server/report/accreditor/read-submission.ts';
import { recordNumbers } from '#lib/server/report/accreditor/record-numbers.ts';
import { accreditSample } from '../../support/accredit-sample.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import {
  FAULTS_BY_CLASS,
  insertFaultyCompletions,
  mendCompletions
} from '../../support/faulty-completions.ts';

const NOW = new Date('2027-11-25T12:00:00Z');
const LATER = new Date('2027-11-26T12:00:00Z');
const ACTOR = randomUUID();

async function versionOf(db: Executor, key: string) {
  const version = await selectOptionalMapping(db, key);
  if (!version) throw new Error(`There is no mapping ${key}.`);
  return version;
}

async function preflight(
  db: Executor,
  {
    key = 'pars-learners-text',
    kind = null,
    page = 1
  }: { key?: string; kind?: FaultKind | null; page?: number } = {}
) {
  const version = await versionOf(db, key);
  return readPreflight(db, { version, filter: ALL_COMPLETIONS, kind, page, shown: true, now: NOW });
}

const make = async (db: Executor, now = NOW, key = 'pars-learners-text') =>
  makeSubmission(db, {
    version: await versionOf(db, key),
    filter: ALL_COMPLETIONS,
    query: '',
    reason: 'Fourth quarter',
    actorId: ACTOR,
    now
  });

async function bytesOf(db: Executor, id: string): Promise<Buffer> {
  const file = await downloadSubmission(db, { id, actorId: ACTOR, now: LATER });
  const pieces: Uint8Array[] = [];
  for await (const piece of file.ok ? file.value.chunks : []) pieces.push(piece);
  return Buffer.concat(pieces);
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function view(db: Executor, id: string) {
  const found = await readSubmission(db, { id, page: 1 });
  if (!found) throw new Error('There is no such file.');
  return found;
}

const madeBy = (made: { ok: true; value: string } | { ok: false; problem: string }) =>
  made.ok ? made.value : made.problem;

describeOnEachDatabase('files for accreditors', (on) => {
  beforeAll(async () => {
    const { db } = on.database;
    await accreditSample(db, { offers: { 'ama-pra-1': 2, 'abim-moc': 2 } });
    await db.execute(
      sql`insert into people (id, email, password_hash, created_at) values (${ACTOR}, 'files@example.org', '', now())`
    );
    await insertFaultyCompletions(db, 1000);
  });

  it('names of 1,000 completions each fault, its rows and where it is mended', async () => {
    const { db } = on.database;
    const before = await preflight(db);
    expect([before.ready, before.notReady]).toEqual([0, 1000]);
    expect(before.counts.map(({ kind }) => kind).toSorted()).toEqual(
      [...FAULTS_BY_CLASS, 'accme-activity-missing'].toSorted()
    );
    for (const kind of on.kind === 'postgres' ? FAULTS_BY_CLASS : FAULTS_BY_CLASS.slice(0, 4)) {
      const { rows, counts } = await preflight(db, { kind });
      expect([kind, rows.length, counts.find((count) => count.kind === kind)?.rows]).toEqual([kind, 40, 40]);
      for (const { completionId, faults } of rows) {
        const fault = faults.find((one) => one.kind === kind);
        expect(completionId).toMatch(/^[0-9a-f-]{36}$/);
        expect([kind, fault?.what, fault?.why]).toEqual([kind, expect.any(String), expect.any(String)]);
        if (faultFacts(kind).group !== 'never') expect(fault?.mend?.href).toMatch(/^\/admin\/[a-z]+\/.+/);
      }
    }
  });

  it('has nothing to mend but the learners’ own words once numbers, names and days are put right', async () => {
    const { db } = on.database;
    await mendCompletions(db);
    const [activity] = await db.select({ id: activities.id }).from(activities);
    const number = { id: 'accme-activity-id', value: '000123456' } as const;
    await recordNumbers(db, { activityId: activity?.id ?? '', numbers: [number], actorId: ACTOR, now: NOW });
    const { ready, counts } = await preflight(db);
    expect(ready).toBe(480);
    expect(counts.map(({ kind }) => kind).toSorted()).toEqual(FAULTS_BY_CLASS.slice(0, 13).toSorted());
  });

  it('makes a file once, however many ask at the same time, and the same bytes for good', async () => {
    const { db } = on.database;
    const made = await Promise.all([make(db), make(db), make(db)]);
    expect(made.map(madeBy).filter((one) => one === 'nothing-ready')).toHaveLength(2);
    const id = made.flatMap((one) => (one.ok ? [one.value] : []))[0] ?? '';
    const bytes = await bytesOf(db, id);
    const { summary, counts, ledger, pages } = await view(db, id);
    expect([summary.rows, summary.sha256, pages]).toEqual([480, sha256(bytes), 10]);
    expect(counts).toEqual([{ state: 'submitted', rows: 480 }]);
    const lines = bytes.toString('latin1').split('\r\n');
    expect(lines).toHaveLength(481);
    expect(lines[0]?.split('\t')).toEqual([
      '0001234',
      '000123456',
      expect.any(String),
      expect.any(String),
      '02/29',
      'CA',
      expect.stringMatching(/^00/),
      '1234567893',
      expect.stringMatching(/^\d\d\/\d\d\/2027$/),
      '0.5',
      ledger[0]?.recordId,
      'add'
    ]);
    await db.execute(sql`update profiles set family_name = 'Renamed'`);
    expect((await bytesOf(db, id)).equals(bytes)).toBe(true);
  });

  it('takes what was sent to one accreditor for another file all the same, of those that are ready there', async () => {
    const { db } = on.database;
    await recordNumbers(db, {
      activityId: null,
      numbers: [{ id: 'pars-service-id', value: 'ws-1' }],
      actorId: ACTOR,
      now: NOW
    });
    expect((await preflight(db, { key: 'pars-learners' })).ready).toBe(0);
    const id = madeBy(await make(db, NOW, 'generic'));
    expect((await bytesOf(db, id)).toString()).toMatch(/^record_id,given_name,[^\n]*\r\nccid:footnote:/);
  });

  it('takes in all answers or none, and offers again what was rejected or deleted, never what was accepted', async () => {
    const { db } = on.database;
    const [sent] = await listSubmissions(db).then((all) =>
      all.filter(({ key, rows }) => key === 'pars-learners-text' && rows === 480)
    );
    const id = sent?.id ?? '';
    const answer = (text: string) => recordAnswers(db, { submissionId: id, text, actorId: ACTOR, now: NOW });
    const [first, second] = (await view(db, id)).ledger.map(({ recordId }) => recordId);
    expect(
      await answer(`record,answer,reason\n${first},accepted,\n${second},rejected,\nx,accepted,\n2,perhaps,`)
    ).toEqual({
      ok: false,
      problem: [
        { line: 3, message: 'It was rejected, and no reason is given.' },
        { line: 5, message: '“perhaps” is no answer. Write accepted or rejected.' }
      ]
    });
    expect(await answer(`${first};accepted\nnobody;accepted\n1;accepted`)).toMatchObject({
      ok: false,
      problem: [{ line: 2 }, { line: 3, message: 'Its record stands on line 1 already.' }]
    });
    expect((await view(db, id)).counts).toEqual([{ state: 'submitted', rows: 480 }]);
    expect(await answer(`${first};accepted\n2;rejected;"No such license; look it up"`)).toEqual({
      ok: true,
      value: 2
    });
    expect((await view(db, id)).ledger.slice(0, 2)).toMatchObject([
      { state: 'accepted' },
      { state: 'rejected', reason: 'No such license; look it up' }
    ]);
    expect((await preflight(db)).ready).toBe(1);
    const again = madeBy(await make(db, LATER));
    expect((await view(db, again)).summary.rows).toBe(1);
    expect((await view(db, id)).ledger[1]).toMatchObject({
      answer: 'rejected',
      state: null,
      laterFile: again
    });
    expect(await answer('2;accepted')).toMatchObject({ ok: false, problem: [{ line: 1 }] });
    expect(await acceptAll(db, { submissionId: id, actorId: ACTOR, now: NOW })).toBe(478);
    expect((await preflight(db)).ready).toBe(0);
    const ask = (ordinals: number[]) =>
      askToDelete(db, { submissionId: id, ordinals, reason: 'Wrong amount', actorId: ACTOR, now: LATER });
    expect(await ask([2])).toEqual({ ok: false, problem: 'nothing-to-delete' });
    const deletion = madeBy(await ask([3, 1]));
    expect((await bytesOf(db, deletion)).toString('latin1')).toMatch(/^([^\r]*\tdelete\r\n){2}$/);
    expect((await preflight(db)).ready).toBe(0);
    await acceptAll(db, { submissionId: deletion, actorId: ACTOR, now: LATER });
    expect((await preflight(db)).ready).toBe(2);
  });

  it('tells the audit who did what, why and how many, and nothing of the learners', async () => {
    const events = await on.database.db
      .select()
      .from(auditEvents)
      .where(like(auditEvents.action, 'report.%'));
    const kinds = new Set(events.map(({ action }) => action));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'report.make-submission',
        'report.make-deletion',
        'report.record-answers',
        'report.download-submission'
      ])
    );
    expect(JSON.stringify(events)).not.toMatch(/Given|Family|1234567893|02-29/);
  });
});
