import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { activities } from '#lib/server/db/schema/activity.ts';
import { items, itemVersions } from '#lib/server/db/schema/question-bank.ts';
import { formStatistics, itemStatistics, optionStatistics } from '#lib/server/db/schema/report-statistics.ts';
import { computeItemStatistics } from '#lib/server/report/compute-item-statistics.ts';
import { readFormStatistics } from '#lib/server/report/read-form-statistics.ts';
import { readItemStatistics } from '#lib/server/report/read-item-statistics.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { satForm } from '../../support/sat-form.ts';

const NOW = new Date('2026-12-03T02:00:00Z');

/** What ten people chose, and three who may not count; A is the key of each item. */
const CHOSEN = ['AAA', 'ABA', 'BAA', 'AAB', 'CAA', 'ABC', 'BCB', 'CC-', 'AAA', 'BBA'];
const FORM = ['A01', 'A02', 'A04'];

const readForms = (db: Executor) => db.select().from(formStatistics);
const readItems = async (db: Executor) => {
  const rows = await db
    .select({ name: items.externalId, statistics: itemStatistics })
    .from(itemStatistics)
    .innerJoin(itemVersions, eq(itemVersions.id, itemStatistics.itemVersionId))
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .orderBy(asc(items.externalId));
  return rows.map(({ name, statistics }) => ({ name, ...statistics }));
};
const computeAndRead = async (db: Executor) => {
  await computeItemStatistics(db, { now: NOW });
  return readItems(db);
};
const readAll = async (db: Executor) => ({
  forms: await readForms(db),
  items: await readItems(db),
  options: await db
    .select()
    .from(optionStatistics)
    .orderBy(asc(optionStatistics.itemVersionId), asc(optionStatistics.optionId))
});

describeOnEachDatabase('item statistics', (on) => {
  beforeAll(async () => {
    const { db } = on.database;
    await satForm(db, { items: FORM, people: CHOSEN });
    await satForm(db, { items: FORM, people: ['AAA', 'AAA'], ordinal: 2 });
    await satForm(db, { items: FORM, people: ['BBB'], state: 'in-progress' });
  });

  it('are computed from first attempts that were submitted, with the figures of an independent program', async () => {
    const { db } = on.database;
    expect(await computeItemStatistics(db, { now: NOW })).toEqual({ forms: 1, items: 3 });
    const [form] = await readForms(db);
    // The table of marks is that of analyse-counted-form.test.ts, which says how the values were found.
    expect(form).toMatchObject({ attempts: 10, isFixedForm: true, mean: 1.6, median: 2, computedAt: NOW });
    expect(form?.internalConsistency).toBeCloseTo(43.26923076923077, 10);
    const [first, second, third] = await readItems(db);
    expect(first).toMatchObject({
      name: 'A01',
      responses: 10,
      exposure: 13,
      facility: 50,
      medianSeconds: 10
    });
    expect(first).toMatchObject({ sumX: '5', sumXx: '5', sumXt: '11', sumT: '16', sumTt: '36' });
    expect(second?.discriminationIndex).toBeCloseTo(42.857142857142854, 10);
    expect(second).toMatchObject({ upperSize: 3, lowerSize: 7, medianSeconds: 20 });
    expect(third?.effectiveWeight).toBeCloseTo(33.06890635849085, 10);
    expect(third?.medianSeconds).toBe(30);
  });

  it('count the options, and those that nobody chose', async () => {
    const { db } = on.database;
    const [, , third] = await readItems(db);
    const options = await db
      .select()
      .from(optionStatistics)
      .where(eq(optionStatistics.itemVersionId, third?.itemVersionId ?? ''));
    const counts = options.map(({ chosen }) => chosen).toSorted((one, other) => other - one);
    expect(counts.slice(0, 4)).toEqual([6, 2, 1, 1]);
    expect(counts.slice(4).every((chosen) => chosen === 0)).toBe(true);
    const none = options.find(({ optionId }) => optionId === '["none"]');
    expect(none).toMatchObject({ chosen: 1, sumRest: '0', upperChosen: 0, lowerChosen: 1 });
    expect(none?.pointBiserial).toBeCloseTo(-0.43033148291193524, 10);
  });

  it('are the same when they are computed again', async () => {
    const { db } = on.database;
    const before = await readAll(db);
    await computeItemStatistics(db, { now: NOW });
    expect(await readAll(db)).toEqual(before);
  });

  it('follow marks that a regrade has changed, and leave out an item that it dropped', async () => {
    const { db } = on.database;
    const [first] = await readItems(db);
    await db.transaction(async (tx) => {
      await tx.execute(sql`insert into regrades (id, item_version_id, kind, reason, decided_at, decided_by)
        select gen_random_uuid(), ${first?.itemVersionId}, 'drop-item', 'Ambiguous', now(), id from people limit 1`);
      await computeItemStatistics(tx, { now: NOW });
      const [form] = await readForms(tx);
      expect(form).toMatchObject({ attempts: 10, mean: 1.1, isFixedForm: true });
      expect((await readItems(tx)).map(({ name }) => name)).toEqual(['A02', 'A04']);
    });
    const undo = sql`update regrades set undone_at = now(), undone_by = decided_by, undo_reason = 'It was clear'
      where undone_at is null`;
    await db.execute(undo);
    const [, , third] = await computeAndRead(db);
    await db.execute(sql`insert into regrades (id, item_version_id, kind, reason, decided_at, decided_by)
      select gen_random_uuid(), ${third?.itemVersionId}, 'full-mark', 'Two keys', now(), id from people limit 1`);
    expect((await computeAndRead(db)).map(({ name, facility }) => [name, facility])).toEqual([
      ['A01', 50],
      ['A02', 50],
      ['A04', 100]
    ]);
    await db.execute(undo);
    await computeItemStatistics(db, { now: NOW });
    const [form] = await readForms(db);
    expect(form).toMatchObject({ mean: 1.6 });
  });

  it('know that people got different items, and then say nothing of how items hang together', async () => {
    const { db } = on.database;
    await satForm(db, { items: ['A01', 'A02', 'A05'], people: ['AAB', 'ABA'] });
    await computeItemStatistics(db, { now: NOW });
    const [form] = await readForms(db);
    expect(form).toMatchObject({ attempts: 12, isFixedForm: false, internalConsistency: null });
    const rows = await readItems(db);
    expect(rows.map(({ name, responses }) => [name, responses])).toEqual([
      ['A01', 12],
      ['A02', 12],
      ['A04', 10],
      ['A05', 2]
    ]);
    expect(
      rows.every(({ effectiveWeight, alphaIfDeleted }) => effectiveWeight === null && alphaIfDeleted === null)
    ).toBe(true);
  });

  it('are shown as they were last computed, by form or added up', async () => {
    const { db } = on.database;
    await satForm(db, { items: FORM, people: CHOSEN, kind: 'pre-test' });
    expect(await computeItemStatistics(db, { now: NOW })).toEqual({ forms: 2, items: 7 });
    const [row] = await readItems(db);
    const [item] = await db
      .select({ id: itemVersions.itemId })
      .from(itemVersions)
      .where(eq(itemVersions.id, row?.itemVersionId ?? ''));
    const itemId = item?.id ?? '';
    const apart = await readItemStatistics(db, { itemId, isPooled: false });
    expect(apart).toMatchObject({ externalId: 'A01', canPool: true });
    expect(apart?.entries.map(({ responses }) => responses)).toEqual([12, 10]);
    const together = await readItemStatistics(db, { itemId, isPooled: true });
    expect(together?.entries).toMatchObject([{ version: 1, responses: 22, computedAt: NOW, warnings: [] }]);
    expect(together?.entries[0]?.forms).toHaveLength(2);
    expect(together?.entries[0]?.options[0]?.letter).toBe('A');
    const [activity] = await db.select({ id: activities.id }).from(activities);
    const page = await readFormStatistics(db, {
      activityId: activity?.id ?? '',
      assessmentId: 'no such form'
    });
    expect(page.forms.map(({ words }) => words)).toHaveLength(2);
    expect(page.shown).toMatchObject({ computedAt: NOW, isFixedForm: false });
    expect(page.shown?.items.map(({ isHeld }) => isHeld)).toEqual([true, true, true, true]);
    expect(await readItemStatistics(db, { itemId: randomUUID(), isPooled: false })).toBeNull();
  });
});
