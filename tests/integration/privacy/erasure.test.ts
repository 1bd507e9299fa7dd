import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readAchievement } from '#lib/server/badge/read-published.ts';
import { sealAudit } from '#lib/server/identity/chain/seal-audit.ts';
import { verifyAudit } from '#lib/server/identity/chain/verify-audit.ts';
import { readEvidence } from '#lib/server/report/read-evidence.ts';
import { downloadSubmission } from '#lib/server/report/accreditor/download-submission.ts';
import { verifyCertificate } from '#lib/server/certificate/verify-certificate.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { createPerson } from '#lib/server/identity/create-person.ts';
import { eraseWaiting } from '#lib/server/privacy/erase-person.ts';
import { openRetainedRecord } from '#lib/server/privacy/open-retained-record.ts';
import { removeWhatIsDue } from '#lib/server/privacy/remove-what-is-due.ts';
import { replayErasures } from '#lib/server/privacy/replay-erasures.ts';
import { requestErasure } from '#lib/server/privacy/request-erasure.ts';
import { THEIR_TABLES } from '#lib/server/privacy/their-tables.ts';
import { exportedRecords } from '../../support/exported.ts';
import { dumpOf } from '../../support/dump.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { FAMILY, GIVEN, makeErasable, SECRET, TYPED } from '../../support/erasable.ts';
import { NOON } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

/** Figures that must not move when somebody is erased. */
async function figures(db: Executor): Promise<unknown> {
  const counted = await db
    .select({
      completions: sql<number>`count(*)::int`,
      credit: sql<number>`sum(quarter_credits)::int`,
      professions: sql<string>`string_agg(profession, ',' order by profession)`,
      score: sql<number>`sum(score_percent)::int`
    })
    .from(sql`completion_summaries`);
  const evaluated = await db.select({ rows: sql<number>`count(*)::int` }).from(sql`evaluations`);
  return { counted, evaluated };
}

async function verified(db: Executor, typedCode: string) {
  const found = await verifyCertificate(db, { typedCode, token: null, network: '192.0.2.0/24', now: NOON });
  return found.ok ? found.value.certificate : found.problem;
}

/** What tells who somebody was, in a dump: in any case, as bytes too. */
function tracesIn(dump: string, words: string[]): string[] {
  const text = dump.toLowerCase();
  const forms = words.flatMap((word) => [word.toLowerCase(), Buffer.from(word).toString('hex')]);
  return forms.filter((form) => text.includes(form));
}

describeOnEachDatabase('erasing a person', (on) => {
  it('leaves the name in the sealed record alone, the figures and the certificate as they were, and others untouched', async () => {
    const { db } = on.database;
    const admin = await makePerson(db, { roles: ['admin'] });
    const gone = await makeErasable(db);
    const stays = await makeErasable(db, 'Zacharopoulou');
    const traces = [FAMILY, gone.email, TYPED];
    expect(tracesIn(await dumpOf(on.database), traces)).toEqual(
      expect.arrayContaining(traces.map((one) => one.toLowerCase()))
    );
    const before = await figures(db);
    const file = await exportedRecords(on.database);
    const facts = await verified(db, gone.code);
    const theirs = await verified(db, stays.code);

    const asked = { personId: gone.personId, actorId: gone.personId, ground: null, now: NOON };
    expect(await requestErasure(db, asked)).toMatchObject({ ok: true });
    expect(await requestErasure(db, { ...asked, actorId: admin.id })).toMatchObject({ ok: true });
    expect(await eraseWaiting(db, { secret: SECRET, now: NOON })).toBe(1);
    expect(await eraseWaiting(db, { secret: SECRET, now: NOON })).toBe(0);

    expect(tracesIn(await dumpOf(on.database), traces)).toEqual([]);
    expect(await figures(db)).toEqual(before);
    expect(facts).toMatchObject({ facts: { holder: expect.stringContaining(FAMILY) } });
    expect(await verified(db, gone.code)).toEqual({
      ...facts,
      facts: { ...Object(facts).facts, holder: 'Name erased' }
    });
    expect(await verified(db, stays.code)).toEqual(theirs);
    const [badge] = await db
      .select({ id: sql<string>`achievement_id` })
      .from(sql`badges`)
      .limit(1);
    expect(await readAchievement(db, badge?.id ?? '')).toMatchObject({ type: ['Achievement'] });
    for (const { table, column, through, whenErased } of THEIR_TABLES) {
      if (whenErased !== 'removed' || through !== undefined) continue;
      const left = await db
        .select({ one: sql`1` })
        .from(sql`${sql.identifier(table)}`)
        .where(sql`${sql.identifier(column)} = ${gone.personId}`);
      expect(left, table).toEqual([]);
    }
    await sealAudit(db);
    expect(await verifyAudit(db, { files: [], secret: SECRET, now: NOON })).toMatchObject({ fault: null });
    expect(await readEvidence(db, gone.completionId)).toMatchObject({
      completion: { id: gone.completionId }
    });
    expect(await exportedRecords(on.database)).toHaveLength(file.length);
    const [sent] = await db.select({ id: sql<string>`submission_id` }).from(sql`report_submission_rows`);
    const submission = { id: sent?.id ?? '', actorId: admin.id, now: NOON };
    expect(await downloadSubmission(db, submission)).toEqual({ ok: false, problem: 'erased' });
    const opening = { completionId: gone.completionId, reason: 'The board asks', now: NOON };
    const opened = await openRetainedRecord(db, { ...opening, secret: SECRET });
    expect(JSON.parse(opened ?? 'null')).toMatchObject({
      holder: { givenName: GIVEN, familyName: FAMILY, npi: '1234567893' },
      identifiers: { licence: { state: 'FL', number: TYPED } },
      documents: [{ code: gone.code, holder: expect.stringContaining(FAMILY) }],
      reported: [{ values: { family_name: FAMILY } }],
      quarterCredits: 2
    });
    expect(await openRetainedRecord(db, { ...opening, secret: 'another secret' })).toBeNull();

    const lastDay = await removeWhatIsDue(db, new Date('2033-01-31T23:59:00Z'));
    expect(lastDay).toMatchObject({ sessions: 0, links: 1, throttles: 1, 'credit-record': 0 });
    expect(await removeWhatIsDue(db, new Date('2033-02-01T00:01:00Z'))).toMatchObject({ 'credit-record': 1 });
    const [removal] = await db
      .select({ detail: sql<object>`detail` })
      .from(sql`audit_events`)
      .where(sql`action = 'privacy.remove-retained-records'`);
    expect(removal?.detail).toEqual({ removed: 1, completions: [gone.completionId] });
    expect(await openRetainedRecord(db, { ...opening, secret: SECRET })).toBeNull();
  });

  it('is done again after a restore to who was erased before it', async () => {
    const { db } = on.database;
    const learner = await makePerson(db, { familyName: 'Restored' });
    const ids = [learner.id, crypto.randomUUID()];
    const replay = { ids, secret: null, now: NOON };
    expect(await replayErasures(db, replay)).toEqual({ erased: 1, refused: [] });
    expect(await replayErasures(db, replay)).toEqual({ erased: 0, refused: [] });
    const email = learner.email;
    const passwordHash = 'unused';
    const name = { givenName: 'New', familyName: 'Person', credentials: '', specialty: '' };
    const profile = { ...name, profession: 'nurse', country: 'DE', npi: null } as const;
    const anew = { email, passwordHash, profile, roles: [], now: NOON };
    expect(await createPerson(db, anew)).toMatchObject({ ok: true });
  });

  it('is refused to the only admin', async () => {
    const { db } = on.database;
    const [admins] = [
      await db
        .select({ id: sql<string>`person_id` })
        .from(sql`person_roles`)
        .where(sql`role = 'admin'`)
    ];
    const only = admins[0]?.id ?? '';
    const asked = { personId: only, actorId: only, ground: null, now: NOON };
    expect(await requestErasure(db, asked)).toEqual({ ok: false, problem: 'last-admin' });
    const second = await makePerson(db, { roles: ['admin', 'educator'] });
    expect(await requestErasure(db, asked)).toMatchObject({ ok: true });
    const own = { personId: second.id, actorId: second.id, ground: null, now: NOON };
    expect(await eraseWaiting(db, { secret: null, now: NOON })).toBe(1);
    expect(await requestErasure(db, own)).toEqual({ ok: false, problem: 'last-admin' });
  });

  it('lets nobody touch a frozen record but within an erasure, and then in one way only', async () => {
    const { db } = on.database;
    const { personId, certificateId } = await makeErasable(db, 'Haas');
    const erase = () => db.execute(sql`select erase_holder(${personId})`);
    const rename = (holder: string) =>
      db.execute(sql`update certificates set document = document || jsonb_build_object('holder', ${holder}::text)
        where id = ${certificateId}`);
    expect(await refusedByDatabase(erase())).toMatch(/nobody asked/);
    expect(await refusedByDatabase(rename('Name erased'))).toMatch(/never changed/);
    const asking = sql`insert into erasures (person_id, requested_at) values (${personId}, ${NOON.toISOString()})`;
    await db.execute(asking);
    expect(await refusedByDatabase(rename('Somebody else'))).toMatch(/never changed/);
    await erase();
    await db.execute(sql`update erasures set finished_at = now() where person_id = ${personId}`);
    expect(await refusedByDatabase(rename('Name erased'))).toMatch(/never changed/);
    const again = db.execute(sql`update erasures set finished_at = null where person_id = ${personId}`);
    expect(await refusedByDatabase(again)).toMatch(/never changed/);
  });
});
