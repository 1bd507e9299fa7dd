import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { BulkChange } from '#lib/domain/question-bank/plan-bulk-change.ts';
import { readItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { items, itemVersions, questionBanks } from '#lib/server/db/schema/question-bank.ts';
import { applyBulkChange } from '#lib/server/question-bank/apply-bulk-change.ts';
import { planMark } from '#lib/server/question-bank/plan-mark.ts';
import { previewBulkChange } from '#lib/server/question-bank/preview-bulk-change.ts';
import { undoBulkChange } from '#lib/server/question-bank/undo-bulk-change.ts';
import { readItemsTable } from '#lib/server/report/read-items-table.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';

const now = new Date('2026-12-01T08:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

async function authorOf(db: Executor): Promise<string> {
  return (await makePerson(db, { roles: ['educator'] })).id;
}

/** The state of every item version, options and citations counted, and of the tags and banks. */
async function stateOf(db: Executor) {
  const versions = await db
    .select({
      item: itemVersions.itemId,
      version: itemVersions.version,
      status: itemVersions.status,
      difficulty: itemVersions.difficulty,
      parts: sql<number>`(select count(*)::int from item_options o where o.item_version_id = ${itemVersions.id})
        + (select count(*)::int from item_citations c where c.item_version_id = ${itemVersions.id})`
    })
    .from(itemVersions)
    .innerJoin(items, sql`${items.id} = ${itemVersions.itemId}`)
    .orderBy(itemVersions.itemId, itemVersions.version);
  const tags = await db.execute(sql`select item_id, tag from item_tags order by 1, 2`);
  const banks = await db.select({ id: items.id, bank: items.bankId }).from(items).orderBy(items.id);
  return JSON.stringify([versions, tags, banks]);
}

const banksOf = async (db: Executor) =>
  (await db.select({ id: questionBanks.id }).from(questionBanks).orderBy(questionBanks.code)).map(
    ({ id }) => id
  );

async function find(db: Executor, query: string) {
  const { filter } = readItemFilter(new URLSearchParams(query));
  return readItemsTable(db, { bankIds: await banksOf(db), filter, page: 1 });
}

describeOnEachDatabase('a bulk change', (on) => {
  const change = async (value: BulkChange, actorId: string) => {
    const { db } = on.database;
    const itemIds = (await find(db, '')).rows.map(({ itemId }) => itemId);
    const done = await applyBulkChange(db, { itemIds, change: value, actorId, now });
    if (!done.ok) throw new Error(done.problem.kind);
    return done.value;
  };

  it('of the difficulty leaves live versions as they are and makes next ones; undone, nothing of it is left', async () => {
    const { db } = on.database;
    const before = await stateOf(db);
    const actorId = await authorOf(db);
    const { plan, bulkChangeId } = await change({ kind: 'difficulty', value: 'hard' }, actorId);
    expect(plan.filter(({ effect }) => effect === 'next-version').length).toBeGreaterThan(15);
    const live = await find(db, 'difficulty=hard');
    expect(live.total).toBe(30);
    expect(live.rows.filter(({ liveVersion }) => liveVersion === 1).length).toBeGreaterThan(15);
    const undone = await undoBulkChange(db, { bulkChangeId: bulkChangeId ?? '', actorId, now: later(1) });
    expect(undone).toMatchObject({ ok: true, value: { kept: 0 } });
    const drafts = (text: string) => text.replaceAll(/"difficulty":"\w+"/g, '');
    expect(drafts(await stateOf(db))).toBe(drafts(before));
    expect((await find(db, 'difficulty=hard')).total).toBeLessThan(30);
  });

  it('does nothing when it would do something else than was seen', async () => {
    const { db } = on.database;
    const actorId = await authorOf(db);
    const before = await stateOf(db);
    const [one = '', other = ''] = (await find(db, '')).rows.map(({ itemId }) => itemId);
    const tagged: BulkChange = { kind: 'add-tag', value: 'seen' };
    const input = { change: tagged, actorId, now };
    const seen = planMark(await previewBulkChange(db, { ...input, itemIds: [one] }));
    const more = await applyBulkChange(db, { ...input, itemIds: [one, other], seen });
    expect(more).toMatchObject({ ok: false, problem: { kind: 'other-plan' } });
    expect(more.ok ? [] : more.problem.plan).toHaveLength(2);
    expect(await stateOf(db)).toBe(before);
    const same = await applyBulkChange(db, { ...input, itemIds: [one], seen });
    expect(same.ok).toBe(true);
    const again = await applyBulkChange(db, { ...input, itemIds: [one], seen });
    expect(again).toMatchObject({ ok: false, problem: { kind: 'other-plan' } });
    await undoBulkChange(db, {
      bulkChangeId: (same.ok && same.value.bulkChangeId) || '',
      actorId,
      now: later(1)
    });
    expect(await stateOf(db)).toBe(before);
  });

  it('of a tag is found by it, and undone', async () => {
    const { db } = on.database;
    const actorId = await authorOf(db);
    const before = await stateOf(db);
    const { bulkChangeId } = await change({ kind: 'add-tag', value: 'check 2027' }, actorId);
    expect((await find(db, 'tag=check 2027')).total).toBe(30);
    await undoBulkChange(db, { bulkChangeId: bulkChangeId ?? '', actorId, now: later(23) });
    expect(await stateOf(db)).toBe(before);
  });

  it('is undone by its maker only, once, and within a day', async () => {
    const { db } = on.database;
    const actorId = await authorOf(db);
    const { bulkChangeId } = await change({ kind: 'add-tag', value: 'once' }, actorId);
    const undo = (by: string, at: Date) =>
      undoBulkChange(db, { bulkChangeId: bulkChangeId ?? '', actorId: by, now: at });
    expect(await undo(await authorOf(db), later(1))).toEqual({ ok: false, problem: 'no-such-change' });
    expect(await undo(actorId, later(25))).toEqual({ ok: false, problem: 'too-late' });
    expect((await undo(actorId, later(1))).ok).toBe(true);
    expect(await undo(actorId, later(1))).toEqual({ ok: false, problem: 'no-such-change' });
  });

  it('moves to a bank only what has no twin there', async () => {
    const { db } = on.database;
    const actorId = await authorOf(db);
    const before = await stateOf(db);
    const [assessment = ''] = await banksOf(db);
    const { plan, bulkChangeId } = await change({ kind: 'bank', value: assessment }, actorId);
    expect(plan.filter(({ effect }) => effect === 'in-place')).toHaveLength(15);
    expect((await find(db, `bank=${assessment}`)).total).toBe(30);
    await undoBulkChange(db, { bulkChangeId: bulkChangeId ?? '', actorId, now: later(1) });
    expect(await stateOf(db)).toBe(before);
  });

  it('leaves what somebody changed since when it is undone', async () => {
    const { db } = on.database;
    const actorId = await authorOf(db);
    const { plan, bulkChangeId } = await change({ kind: 'difficulty', value: 'easy' }, actorId);
    const [made] = await db
      .select({ id: itemVersions.id })
      .from(itemVersions)
      .where(sql`${itemVersions.status} = 'draft' and ${itemVersions.version} = 2`)
      .limit(1);
    await db.execute(
      sql`update item_versions set stem = 'Mended?', revision = revision + 1 where id = ${made?.id}`
    );
    const undone = await undoBulkChange(db, { bulkChangeId: bulkChangeId ?? '', actorId, now: later(1) });
    expect(undone).toMatchObject({ ok: true, value: { kept: 1 } });
    expect(plan.length).toBe(30);
    const [left] = await db
      .select({ id: itemVersions.id })
      .from(itemVersions)
      .where(sql`${itemVersions.stem} = 'Mended?'`);
    expect(left?.id).toBe(made?.id);
  });
});
