import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { readItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import { MOST_ITEMS } from '#lib/domain/question-bank/plan-bulk-change.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { objectives, questionBanks } from '#lib/server/db/schema/question-bank.ts';
import { publishItem } from '#lib/server/question-bank/publish-item.ts';
import { listMatchingItems } from '#lib/server/report/list-matching-items.ts';
import { readItemsTable } from '#lib/server/report/read-items-table.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { insertResponses } from '../../support/insert-responses.ts';
import { AT, startApproved } from '../../support/review-steps.ts';

const banksOf = async (db: Executor) =>
  (await db.select({ id: questionBanks.id }).from(questionBanks)).map(({ id }) => id);

const whichOf = async (db: Executor, query: string) => ({
  bankIds: await banksOf(db),
  filter: readItemFilter(new URLSearchParams(query)).filter
});

const find = async (db: Executor, query: string) =>
  readItemsTable(db, { ...(await whichOf(db, query)), page: 1 });

/** The ids of the items that a filter lets through, in the order of the alphabet. */
const namesOf = async (db: Executor, query: string) =>
  (await find(db, query)).rows.map(({ externalId }) => externalId).toSorted();

describeOnEachDatabase('the table of items', (on) => {
  beforeAll(async () => {
    const { db } = on.database;
    await insertResponses(db, [
      { item: 'P01', responses: 30, right: 8 },
      { item: 'P02', responses: 30, right: 30 },
      { item: 'P03', responses: 30, right: 20 },
      { item: 'P04', responses: 29, right: 0 },
      { item: 'P05', responses: 30, right: 0 }
    ]);
    const edited = await startApproved(db, 'P05');
    await publishItem(db, { versionId: edited.versionId, actorId: edited.authorId, now: AT });
    await db.execute(sql`update item_versions v set lint_errors = f.errors, lint_warnings = f.warnings,
        lint_rules = f.rules::jsonb
      from items i join (values ('A01', 1, 0, '["L13"]'), ('A02', 0, 2, '["L01", "L06"]'), ('A04', 0, 0, '[]'))
        as f(name, errors, warnings, rules) on f.name = i.external_id where v.item_id = i.id`);
    await db.execute(sql`update item_versions set lint_errors = 0, lint_warnings = 0, lint_rules = '[]'
      where item_id not in (select id from items where external_id in ('A01', 'A02'))`);
    await db.execute(sql`insert into item_tags (item_id, tag)
      select id, 'tag one' from items where external_id in ('P07', 'P08')`);
    await db.execute(sql`update "references" set status = 'retracted' where citation_key = 'yuan2016'`);
  });

  it.each([
    ['status=draft', ['A03', 'A06', 'A07', 'A15', 'P13']],
    ['difficulty=hard', ['A03', 'A06', 'A10', 'A12', 'P10']],
    ['type=ordering', ['P07']],
    ['reference=day2016', ['A14', 'P14', 'P15']],
    ['retracted=yes', ['A13', 'P12']],
    ['lint=errors', ['A01']],
    ['lint=warnings', ['A02']],
    ['lint=L06', ['A02']],
    ['lint=L07', []],
    ['tag=tag+one', ['P07', 'P08']],
    ['performance=often-missed', ['P01']],
    ['performance=nearly-always-right', ['P02']],
    ['q=modernize+siu', ['A14', 'P14', 'P15']],
    ['q=10.1186/s13073', ['A14', 'P14', 'P15']],
    ['q=Genome+Medicine', ['A14', 'P14', 'P15']],
    ['q=Janne+A15', ['A15']],
    ['q=100%25', []],
    ['q=zzz-nothing', []],
    ['q=P07&type=ordering', ['P07']],
    ['q=P07&type=single', []]
  ])('lets through for %j exactly %j', async (query, names) => {
    expect(await namesOf(on.database.db, query)).toEqual(names);
  });

  it('leaves out by use and by the number of responses those that have them, of the version that is live', async () => {
    const { db } = on.database;
    const all = await namesOf(db, '');
    expect(all).toHaveLength(30);
    const used = ['P01', 'P02', 'P03', 'P04', 'P05'];
    expect(await namesOf(db, 'use=never')).toEqual(all.filter((name) => !used.includes(name)));
    const answered = ['P01', 'P02', 'P03'];
    expect(await namesOf(db, 'performance=few')).toEqual(all.filter((name) => !answered.includes(name)));
  });

  it('lets through the items of one objective and of one bank', async () => {
    const { db } = on.database;
    const rows = await db.select({ id: objectives.id, code: objectives.code }).from(objectives);
    const third = rows.find(({ code }) => code === 'LO3')?.id ?? '';
    const names = ['A08', 'A09', 'A10', 'P08', 'P09', 'P10', 'P11'];
    expect(await namesOf(db, `objective=${third}`)).toEqual(names);
    const [practised] = (await find(db, 'q=P09')).rows;
    const inBank = await namesOf(db, `bank=${practised?.bankId}`);
    expect(inBank).toHaveLength(15);
    expect(inBank.every((name) => name.startsWith('P'))).toBe(true);
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

  it('gives all that match for a change, and says when they are more than one change takes', async () => {
    const { db } = on.database;
    const found = await listMatchingItems(db, await whichOf(db, 'type=ordering'));
    expect(found).toMatchObject({ ok: true });
    await db.execute(sql`with many as (insert into items (id, bank_id, external_id, created_at)
        select gen_random_uuid(), (select id from question_banks limit 1), 'M' || n, now()
        from generate_series(1, ${MOST_ITEMS}::integer) n returning id)
      insert into item_versions (id, item_id, version, status, type, stem, "select", key_point, difficulty, created_at)
        select gen_random_uuid(), id, 1, 'draft', 'single', '', 1, '', 'easy', now() from many`);
    expect(await listMatchingItems(db, await whichOf(db, ''))).toEqual({ ok: false, problem: 'too-many' });
  });
});
