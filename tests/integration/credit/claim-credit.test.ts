import { count, eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { certificates } from '#lib/server/db/schema/certificate.ts';
import { credits } from '#lib/server/db/schema/credit.ts';
import { profiles } from '#lib/server/db/schema/identity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import {
  evaluate,
  makeCreditedLearner,
  makeLearner,
  makePassedLearner,
  NOON,
  recordAttempt,
  type Learner
} from '../../support/learner.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

describeOnEachDatabase('claiming credit', (on) => {
  const claim = (learner: Learner, quarterCredits = 2, now = NOON) =>
    claimCredit(on.database.db, { ...learner, quarterCredits, now });

  const creditRows = async ({ personId }: Learner) => {
    const [row] = await on.database.db
      .select({ rows: count() })
      .from(credits)
      .where(eq(credits.personId, personId));
    return row?.rows;
  };

  it('withholds credit when the evaluation is missing', async () => {
    const learner = await makePassedLearner(on.database.db);
    const problem = { kind: 'missing', missing: ['evaluation'] };
    expect(await claim(learner)).toEqual({ ok: false, problem });
    expect(await creditRows(learner)).toBe(0);
  });

  it('withholds credit when the assessment was not passed', async () => {
    const learner = await makeLearner(on.database.db);
    await recordAttempt(on.database.db, learner, { kind: 'pre-test', itemsCorrect: 5 });
    await recordAttempt(on.database.db, learner, { kind: 'assessment', itemsCorrect: 7 });
    const problem = { kind: 'missing', missing: ['assessment', 'evaluation'] };
    expect(await claim(learner)).toEqual({ ok: false, problem });
    expect(await creditRows(learner)).toBe(0);
  });

  it('withholds credit from who has done nothing', async () => {
    const learner = await makeLearner(on.database.db);
    const problem = { kind: 'missing', missing: ['pre-test', 'assessment', 'evaluation'] };
    expect(await claim(learner)).toEqual({ ok: false, problem });
  });

  it('awards what is claimed, not the maximum, with a certificate', async () => {
    const learner = await makePassedLearner(on.database.db);
    await evaluate(on.database.db, learner);
    const claimed = await claim(learner, 1);
    expect(claimed).toMatchObject({ ok: true, value: { quarterCredits: 1 } });
    const [row] = await on.database.db
      .select({ document: certificates.document })
      .from(certificates)
      .where(eq(certificates.personId, learner.personId));
    expect(row?.document).toMatchObject({
      creditLine: '0.25 demonstration credit',
      completedOn: '2027-01-31'
    });
  });

  it.each([0, 3, -1, 0.5])('refuses %d of two quarter credits', async (quarterCredits) => {
    const learner = await makePassedLearner(on.database.db);
    await evaluate(on.database.db, learner);
    expect(await claim(learner, quarterCredits)).toEqual({
      ok: false,
      problem: {
        kind: 'wrong-fields',
        problems: [{ field: 'quarterCredits', message: 'Choose one of the amounts' }]
      }
    });
    expect(await creditRows(learner)).toBe(0);
  });

  it('completes the activity itself where the pre-test was taken last', async () => {
    const learner = await makeLearner(on.database.db);
    await recordAttempt(on.database.db, learner, { kind: 'assessment', itemsCorrect: 10 });
    await evaluate(on.database.db, learner);
    expect((await claim(learner)).ok).toBe(false);
    await recordAttempt(on.database.db, learner, { kind: 'pre-test', itemsCorrect: 3 });
    expect((await claim(learner)).ok).toBe(true);
  });

  it('asks for a profile where nobody knows what name to print', async () => {
    const learner = await makePassedLearner(on.database.db);
    await evaluate(on.database.db, learner);
    await on.database.db.delete(profiles).where(eq(profiles.personId, learner.personId));
    expect(await claim(learner)).toEqual({ ok: false, problem: { kind: 'no-profile' } });
    expect(await creditRows(learner)).toBe(0);
  });

  it('gives a later claim the first outcome again, whatever it asks for', async () => {
    const learner = await makeCreditedLearner(on.database.db, { quarterCredits: 2 });
    const { certificateId, quarterCredits } = learner;
    expect(await claim(learner, 1)).toEqual({ ok: true, value: { certificateId, quarterCredits } });
    expect(await claim(learner, 99)).toEqual({ ok: true, value: { certificateId, quarterCredits } });
  });

  it.each(['completions', 'credits', 'certificates', 'audit_events'])(
    'leaves rows of %s that SQL can neither change nor remove',
    async (name) => {
      await makeCreditedLearner(on.database.db);
      const table = sql.identifier(name);
      const column = sql.identifier(name === 'audit_events' ? 'action' : 'person_id');
      const refused = expect.stringContaining('never changed or removed');
      const run = (statement: ReturnType<typeof sql>) => refusedByDatabase(on.database.db.execute(statement));
      expect(await run(sql`update ${table} set ${column} = ${column}`)).toEqual(refused);
      expect(await run(sql`delete from ${table}`)).toEqual(refused);
      expect(await run(sql`truncate ${table} cascade`)).toEqual(refused);
    }
  );

  it('cannot be doubled in the database either', async () => {
    const learner = await makeCreditedLearner(on.database.db);
    const second = sql`insert into credits
      select gen_random_uuid(), completion_id, person_id, activity_version_id, quarter_credits,
        maximum_quarter_credits, claimed_at from credits where person_id = ${learner.personId}`;
    expect(await refusedByDatabase(on.database.db.execute(second))).toMatch(/duplicate key/);
  });
});
