import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { BulkChange } from '#lib/domain/question-bank/plan-bulk-change.ts';
import { readItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { items, itemVersions, questionBanks } from '#lib/server/db/schema/question-bank.ts';
import { applyBulkChange } from '#lib/server/question-bank/apply-bulk-change.ts';
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
    return applyBulkChange(db, { itemIds, change: value, actorId, now });
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

describeOnEachDatabase('the table of items', (on) => {
  it.each([
    ['', 30],
    ['status=draft', 5],
    ['status=live', 25],
    ['type=ordering', null],
    ['difficulty=medium', null],
    ['use=never', 30],
    ['performance=often-missed', 0],
    ['performance=few', 30],
    ['reference=sharma2017', null],
    ['q=zzz-nothing', 0],
    ['tag=none-has-it', 0],
    ['retracted=yes', 0]
  ])('lets through what the filter %j says', async (query, total) => {
    const { db } = on.database;
    const found = await find(db, query);
    if (total !== null) expect(found.total).toBe(total);
    expect(found.rows).toHaveLength(Math.min(found.total, 50));
    const { filter } = readItemFilter(new URLSearchParams(query));
    for (const row of found.rows) {
      if (filter.status) expect(row.status).toBe(filter.status);
      if (filter.type) expect(row.type).toBe(filter.type);
      if (filter.difficulty) expect(row.difficulty).toBe(filter.difficulty);
      if (filter.reference) expect(row.cited.map(({ key }) => key)).toContain(filter.reference);
    }
    if (total === null) expect(found.total).toBeGreaterThan(0);
  });

  it('asks the database as often for fifty items as for one', async () => {
    const { db } = on.database;
    let asked = 0;
    const counting: Executor = new Proxy(db, {
      get: (target, name, receiver) => {
        if (name === 'select' || name === 'selectDistinct' || name === 'execute') asked += 1;
        return Reflect.get(target, name, receiver);
      }
    });
    await find(counting, 'q=P01');
    const few = asked;
    asked = 0;
    await find(counting, '');
    expect(asked).toBeLessThanOrEqual(few + 1);
  });
});
