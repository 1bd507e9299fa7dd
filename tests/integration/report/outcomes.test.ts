import { randomUUID } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { computedReports } from '#lib/server/db/schema/report-summary.ts';
import { computeOutcomes } from '#lib/server/report/compute-outcomes.ts';
import { exportOutcomes } from '#lib/server/report/export-outcomes.ts';
import { listOutcomes } from '#lib/server/report/list-outcomes.ts';
import { readOutcomes } from '#lib/server/report/read-outcomes.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makeLearner, NOON } from '../../support/learner.ts';
import { insertMatchedLearners, marksOf, type LearnersPlan } from '../../support/matched-learners.ts';

/** P01 has no partner; A01 asks for its objective, as A02 does. */
const PLAN: LearnersPlan = {
  learners: 100,
  pairs: [
    { before: 'P02', after: 'A02', cells: [30, 40, 10, 20] },
    { before: 'P04', after: 'A04', cells: [50, 40, 3, 7] },
    { before: 'P08', after: 'A08', cells: [70, 14, 6, 10] },
    { before: 'P10', after: 'A10', cells: [10, 60, 5, 25] },
    { before: 'P12', after: 'A13', cells: [60, 30, 10, 0] }
  ],
  before: { P01: 50 },
  after: { A01: 70 }
};

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Scores of learner `n` as the rule says, item by item. */
function scoresOf(n: number, { dropped }: { dropped: string | null }) {
  const { before, after } = marksOf(PLAN, n);
  const mark = new Map(after.filter(([item]) => item !== dropped));
  const partner = new Map(PLAN.pairs.map((pair) => [pair.before, pair.after]));
  const ofObjective = mean(
    ['A01', 'A02'].flatMap((item) => (mark.has(item) ? [Number(mark.get(item))] : []))
  );
  return {
    before: 100 * mean(before.map(([, right]) => Number(right))),
    after:
      100 *
      mean(
        before.map(([item]) => (partner.has(item) ? Number(mark.get(partner.get(item) ?? '')) : ofObjective))
      )
  };
}

const everybody = Array.from({ length: PLAN.learners }, (_, index) => index + 1);

async function compute(db: Executor) {
  await computeOutcomes(db, { now: NOON });
  const [listed] = await listOutcomes(db);
  const page = await readOutcomes(db, listed?.id ?? '');
  return { id: listed?.id ?? '', listed, computed: page?.computed ?? null };
}

describeOnEachDatabase('outcomes', (on) => {
  beforeAll(async () => {
    const { db } = on.database;
    await insertMatchedLearners(db, PLAN);
    // A second attempt, all right; and a learner whose pre-test came after the assessment, as after an import.
    await db.execute(sql`insert into attempts (id, assessment_id, person_id, ordinal, state, seed, answered, started_at,
        submitted_at, items_correct, items_total) select ${randomUUID()}, assessment_id, person_id, 2, state, seed,
        answered, started_at + interval '1 hour', submitted_at + interval '1 hour', 10, items_total
      from attempts where id = md5('matched assessment 100')::uuid`);
    const { personId } = await makeLearner(db);
    await db.execute(sql`insert into attempts (id, assessment_id, person_id, ordinal, state, seed, answered, started_at,
        submitted_at, items_correct, items_total) select gen_random_uuid(), id, ${personId}, 1, 'submitted', 1, 0,
        timestamptz '2026-12-01' - case kind when 'pre-test' then interval '1 hour' else interval '2 hours' end,
        timestamptz '2026-12-01', 0, 10 from assessments where kind in ('pre-test', 'assessment')`);
  });

  it('match first attempts and count them item by item: the worked check of the rules', async () => {
    const { listed, computed } = await compute(on.database.db);
    const outcomes = computed?.outcomes;
    expect(outcomes?.learners).toEqual({ matched: 100, before: 101, after: 101, certified: 0 });
    expect(outcomes?.items.map(({ before, after }) => `${before} ${after}`)).toEqual([
      'P02 A02',
      'P04 A04',
      'P08 A08',
      'P10 A10',
      'P12 A13'
    ]);
    expect(outcomes?.items[0]).toMatchObject({
      cells: { both: 30, learned: 40, lost: 10, neither: 20 },
      test: { kind: 'tested', test: { chiSquare: 16.82 }, odds: { ratio: 4 } }
    });
    expect(outcomes?.items[1]).toMatchObject({ test: { kind: 'held-back' }, cells: { lost: null } });
    expect(outcomes?.unpaired).toEqual(['P01']);
    expect(computed?.methods).toContain('n = 100 matched');
    expect(listed?.headline).toBe(computed?.headline);
  });

  it('score before and after item against partner, or against the objective where there is none', async () => {
    const { computed } = await compute(on.database.db);
    const all = everybody.map((n) => scoresOf(n, { dropped: null }));
    const score = computed?.outcomes.score;
    expect(score?.before).toBeCloseTo(mean(all.map(({ before }) => before)), 9);
    expect(score?.after).toBeCloseTo(mean(all.map(({ after }) => after)), 9);
    const changes = all.map(({ before, after }) => after - before);
    const variance = (mean(changes.map((change) => change ** 2)) - mean(changes) ** 2) * (100 / 99);
    expect(score?.changeEffect?.value).toBeCloseTo(mean(changes) / Math.sqrt(variance), 9);
    const first = computed?.outcomes.objectives[0];
    expect(first).toMatchObject({ code: 'LO1', items: 2, before: 45 });
    expect(first?.after).toBeCloseTo(70, 9);
  });

  it('leave out what a regrade took out of scoring, and follow when it is undone', async () => {
    const { db } = on.database;
    const { personId } = await makeLearner(db);
    await db.execute(sql`insert into regrades (id, item_version_id, kind, reason, decided_at, decided_by)
      select gen_random_uuid(), v.id, 'drop-item', 'Two keys', now(), ${personId} from item_versions v
      join items i on i.id = v.item_id where i.external_id = 'A01' and v.status = 'live'`);
    const dropped = await compute(db);
    const all = everybody.map((n) => scoresOf(n, { dropped: 'A01' }).after);
    expect(dropped.computed?.outcomes.score?.after).toBeCloseTo(mean(all), 9);
    await db.execute(
      sql`update regrades set undone_at = now(), undone_by = decided_by, undo_reason = 'One key'`
    );
    const undone = await compute(db);
    const before = everybody.map((n) => scoresOf(n, { dropped: null }).after);
    expect(undone.computed?.outcomes.score?.after).toBeCloseTo(mean(before), 9);
  });

  it('leave as a file that names nobody: rows in another order each time, rare professions blank', async () => {
    const { db } = on.database;
    const { id } = await compute(db);
    const actorId = (await makeLearner(db)).personId;
    const read = async () => {
      const exported = await exportOutcomes(db, { activityVersionId: id, now: NOON, actorId });
      if (!exported.ok) throw new Error(exported.problem);
      return parse<Record<string, string>>(exported.value.csv, { bom: true, columns: true });
    };
    const [rows, again] = [await read(), await read()];
    expect(rows).toHaveLength(100);
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'row',
      'profession',
      ...['P01', 'P02', 'P04', 'P08', 'P10', 'P12'].map((item) => `before ${item}`),
      ...['A01', 'A02', 'A04', 'A08', 'A10', 'A13'].map((item) => `after ${item}`)
    ]);
    const changed = rows.filter((row) => row['before P02'] === '0' && row['after A02'] === '1');
    expect(changed).toHaveLength(40);
    const marks = (row: Record<string, string>) => Object.values(row).slice(2).join('');
    expect(rows.map(marks).toSorted()).toEqual(again.map(marks).toSorted());
    expect(rows.map(marks)).not.toEqual(again.map(marks));
    expect(rows.filter(({ row }) => again.some((other) => other['row'] === row))).toEqual([]);
    expect([...new Set(rows.map(({ profession }) => profession))].toSorted()).toEqual(['', 'nurse']);
    const audited = await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.action, 'report.export-outcomes'));
    expect(audited.map(({ detail }) => detail)).toEqual([{ rows: 100 }, { rows: 100 }]);
  });

  it('are nothing where they were never computed, or in a shape of an earlier edition', async () => {
    const { db } = on.database;
    const { id } = await compute(db);
    await db.update(computedReports).set({ report: { matched: 'many' } });
    expect((await readOutcomes(db, id))?.computed).toBeNull();
    await db.delete(computedReports);
    expect((await listOutcomes(db))[0]).toMatchObject({ id, headline: null, computedAt: null });
    expect(await readOutcomes(db, randomUUID())).toBeNull();
    await db.execute(
      sql`delete from responses where attempt_id in (select id from attempts where ordinal = 7)`
    );
  });
});
