import { and, count, eq, inArray, like, notInArray, sql, type SQL } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { scoreResponse } from '#lib/domain/attempt/score-response.ts';
import { certificateText } from '#lib/domain/certificate/certificate-text.ts';
import { nextStep } from '#lib/domain/credit/next-step.ts';
import { isNpi } from '#lib/domain/identity/npi.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { readCreditOffer } from '#lib/server/activity/read-credit-offer.ts';
import { selectActivityOnCertificate } from '#lib/server/certificate/queries.ts';
import { verifyCertificate } from '#lib/server/certificate/verify-certificate.ts';
import { readLearnerProgress } from '#lib/server/credit/read-learner-progress.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { attemptItems, attempts, responses } from '#lib/server/db/schema/attempt.ts';
import { certificates } from '#lib/server/db/schema/certificate.ts';
import { completions, credits } from '#lib/server/db/schema/credit.ts';
import { people, profiles } from '#lib/server/db/schema/identity.ts';
import { completionSummaries } from '#lib/server/db/schema/report-summary.ts';
import { signIn } from '#lib/server/identity/sign-in.ts';
import { readKeyedItems } from '#lib/server/question-bank/read-keyed-items.ts';
import {
  DEMONSTRATION_DOMAIN,
  fillDemonstration,
  type FillInput
} from '#lib/server/report/demonstration/fill-demonstration.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePassedLearner, NOON, SAMPLE } from '../../support/learner.ts';

const LEARNERS = 120;
const DETAIL = 80;

const fill = (db: Executor, how: Partial<FillInput> = {}) =>
  fillDemonstration(db, {
    slug: SAMPLE,
    learners: LEARNERS,
    detail: DETAIL,
    seed: 'test',
    amongRealLearners: false,
    now: NOON,
    ...how
  });

/** How many rows a condition finds in a table; every condition here names what must not be. */
async function found(db: Executor, from: SQL): Promise<number> {
  const [row] = await db.select({ rows: count() }).from(sql`${from}`);
  return row?.rows ?? -1;
}

const responsesOf = sql`(select count(*) from responses r where r.attempt_id = t.id)`;
const rightOf = sql`(select count(*) from responses r where r.attempt_id = t.id and r.correct)`;

describeOnEachDatabase('demonstration learners', (on) => {
  it('are as many as asked for, marked, in several scripts, and the same for the same seed', async () => {
    const { db } = on.database;
    const filled = await fill(db);
    expect(filled).toMatchObject({
      ok: true,
      value: { learners: LEARNERS, first: 1, last: LEARNERS, checks: 'by-construction' }
    });
    const made = await db
      .select({ email: people.email, name: sql<string>`given_name || ' ' || family_name`, npi: profiles.npi })
      .from(people)
      .innerJoin(profiles, eq(profiles.personId, people.id))
      .where(like(people.email, `%@${DEMONSTRATION_DOMAIN}`))
      .orderBy(people.createdAt);
    expect(made).toHaveLength(LEARNERS);
    expect(made.slice(0, 3).map(({ name }) => name)).toEqual([
      'Juan Rodríguez',
      'Robert Moore',
      'Steven King'
    ]);
    expect(made.filter(({ name }) => /[^\p{Script=Latin}\s’-]/u.test(name)).length).toBeGreaterThan(5);
    const npis = made.flatMap(({ npi }) => npi ?? []);
    expect(npis.length).toBeGreaterThan(10);
    expect(npis.filter((npi) => !isNpi(npi))).toEqual([]);
    const entry = { email: made[0]?.email ?? '', password: '', previousSessionId: null, now: NOON };
    expect(await signIn(db, entry)).toEqual({ ok: false, problem: { kind: 'wrong' } });
  });

  it('leave counters that equal counts, scores that equal responses, and whole records', async () => {
    const { db } = on.database;
    expect(await found(db, sql`responses r`)).toBeGreaterThan(DETAIL * 10);
    expect(await found(db, sql`(select from attempts t where answered <> ${responsesOf}) x`)).toBe(0);
    const scored = sql`state = 'submitted' and answered > 0`;
    expect(
      await found(db, sql`(select from attempts t where ${scored} and items_correct <> ${rightOf}) x`)
    ).toBe(0);
    expect(await found(db, sql`(select from attempts t where passed <> (items_correct >= 8)) x`)).toBe(0);
    const late = sql`greatest(started_at, submitted_at) >= '2027-01-31'`;
    expect(await found(db, sql`(select from attempts t where ${late} or submitted_at <= started_at) x`)).toBe(
      0
    );
    const [recorded] = await db.select({ rows: count() }).from(completions);
    expect(recorded?.rows).toBeGreaterThan(LEARNERS / 2);
    const summaries = await db
      .select({
        summary: completionSummaries,
        credit: credits.quarterCredits,
        correct: attempts.itemsCorrect
      })
      .from(completions)
      .innerJoin(attempts, eq(attempts.id, completions.attemptId))
      .leftJoin(completionSummaries, eq(completionSummaries.completionId, completions.id))
      .leftJoin(credits, eq(credits.completionId, completions.id));
    expect(summaries).toHaveLength(recorded?.rows ?? 0);
    for (const { summary, credit, correct } of summaries) {
      expect(summary?.quarterCredits).toBe(credit);
      expect(summary?.scorePercent).toBe((correct ?? 0) * 10);
    }
  });

  it('have responses that the key scores as they were scored', async () => {
    const { db } = on.database;
    const rows = await db
      .select({
        version: attemptItems.itemVersionId,
        response: responses.response,
        correct: responses.correct
      })
      .from(responses)
      .innerJoin(
        attemptItems,
        sql`${attemptItems.attemptId} = ${responses.attemptId} and ${attemptItems.position} = ${responses.position}`
      );
    const items = await readKeyedItems(db, [...new Set(rows.map(({ version }) => version))]);
    for (const { version, response, correct } of rows) {
      const item = items.get(version);
      expect(item && scoreResponse(item, response).correct).toBe(correct);
    }
    expect(new Set(rows.map(({ correct }) => correct))).toEqual(new Set([true, false]));
  });

  it('hold documents that verify, with the words that a claim would have printed', async () => {
    const { db } = on.database;
    const issued = await db
      .select({ personId: certificates.personId, code: certificates.code, document: certificates.document })
      .from(certificates)
      .limit(12);
    const activity = await readActivity(db, SAMPLE);
    const activityVersionId = activity?.activityVersionId ?? '';
    const printed = await selectActivityOnCertificate(db, activityVersionId);
    for (const { personId, code, document } of issued) {
      const question = { typedCode: code, token: null, network: 'test', now: NOON };
      expect(await verifyCertificate(db, question)).toMatchObject({
        ok: true,
        value: { certificate: { status: 'demonstration', since: null } }
      });
      const [holder] = await db.select().from(profiles).where(eq(profiles.personId, personId));
      if (!holder) throw new Error('A document has no holder.');
      const offer = await readCreditOffer(db, { ...holder, activityVersionId, day: '2027-01-31' });
      if (offer.kind !== 'eligible') throw new Error('A document was issued without entitlement.');
      const { quarterCredits, completedOn } = document;
      expect(document).toEqual(
        certificateText({ holder, ...printed, credit: offer.credit, quarterCredits, completedOn })
      );
    }
    expect(issued).toHaveLength(12);
  });

  it('stand at every step of the way', async () => {
    const { db } = on.database;
    const activity = await readActivity(db, SAMPLE);
    const activityVersionId = activity?.activityVersionId ?? '';
    const made = await db
      .select({ id: people.id })
      .from(people)
      .where(
        and(
          inArray(people.id, db.select({ id: attempts.personId }).from(attempts)),
          notInArray(people.id, db.select({ id: certificates.personId }).from(certificates))
        )
      )
      .orderBy(people.createdAt);
    const steps = new Set<string>();
    for (const { id } of made)
      steps.add(
        nextStep(await readLearnerProgress(db, { personId: id, activityVersionId })).label.replace(
          / at .*|: .*/,
          ''
        )
      );
    expect([...steps]).toEqual(
      expect.arrayContaining([
        'Continue the pre-test',
        'Start the assessment',
        'Continue',
        'Fill in the evaluation',
        'Claim credit'
      ])
    );
  });

  it('stand up to every check of the database that was left out while they were written', async () => {
    const { db } = on.database;
    // Made anew, a foreign key looks at every row.
    await db.execute(sql`do $$ declare k record; begin
      for k in select conname, conrelid::regclass as child, pg_get_constraintdef(oid) as rule from pg_constraint
        where contype = 'f' and connamespace = 'public'::regnamespace loop
        execute format('alter table %s drop constraint %I', k.child, k.conname);
        execute format('alter table %s add constraint %I %s', k.child, k.conname, k.rule);
      end loop; end $$`);
    const summaries = () => db.select().from(completionSummaries).orderBy(completionSummaries.completionId);
    const written = await summaries();
    await db.delete(completionSummaries);
    await db.execute(sql`select refresh_completion_summaries(array(select id from completions))`);
    expect(written).toEqual(await summaries());
  });

  it('go on where they ended, row by row where that is asked for, and apart from real learners', async () => {
    const { db } = on.database;
    expect(await fill(db, { checks: 'by-database' })).toMatchObject({
      ok: true,
      value: { first: LEARNERS + 1, last: 2 * LEARNERS, checks: 'by-database' }
    });
    expect(await found(db, sql`(select from attempts t where answered <> ${responsesOf}) x`)).toBe(0);
    await makePassedLearner(db);
    expect(await fill(db)).toEqual({ ok: false, problem: 'real-learners' });
    const among = { amongRealLearners: true, learners: 10, detail: 0 };
    expect(await fill(db, among)).toMatchObject({ ok: true, value: { checks: 'by-database' } });
  });
});
