import { and, asc, eq, like, ne, sql } from 'drizzle-orm';
import { itemVersions, objectives, questionBanks } from '#lib/server/db/schema/question-bank.ts';
import { readItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import { listBulkFacts } from '#lib/server/question-bank/bulk-facts-queries.ts';
import { countItemRows, listItemRows } from '#lib/server/report/items-table-queries.ts';
import { holderOf } from '../tests/support/accounts.ts';
import { insertManyItems } from '../tests/support/many-items.ts';
import type { Visitor } from '../tests/support/visitor.ts';
import type { BenchApp } from './bench-app.ts';
import { explain } from './explain.ts';
import { measureAnswers, type Explained } from './answers.ts';
import type { Measurement } from './figure.ts';
import { median, type Trial } from './ratio.ts';

const ITEMS = 5_000;
const CHANGED = 500;
const REPEATS = 15;
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** Milliseconds of the middle one of several runs, one after the other. */
async function medianMs(run: () => Promise<unknown>, repeats = REPEATS): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < repeats; count += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return median(times);
}

const perSecond = async (run: () => Promise<unknown>, repeats = REPEATS) =>
  1000 / (await medianMs(run, repeats));

async function see(educator: Visitor, path: string): Promise<string> {
  const { status, body } = await educator.get(path);
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
  return body;
}

type Bank = { bench: BenchApp; educator: Visitor; home: string; bankIds: string[] };

/** Fills the bank, and lets an educator in. */
async function openBank(bench: BenchApp): Promise<Bank> {
  await insertManyItems(bench.database.db, ITEMS);
  const educator = await holderOf('educator', { origin: bench.app.origin, admin: bench.admin });
  const author = await see(educator, '/author');
  const id = /\/author\/activities\/([0-9a-f-]{36})/.exec(author)?.[1] ?? '';
  const banks = await bench.database.db.select({ id: questionBanks.id }).from(questionBanks);
  const bankIds = banks.map((row) => row.id);
  return { bench, educator, home: `/author/activities/${id}/items`, bankIds };
}

const whichOf = ({ bankIds }: Bank, query: string) => ({
  bankIds,
  filter: readItemFilter(new URLSearchParams(query)).filter
});

/** A page of the table over HTTP, against its two queries alone on the same connection type. */
function tableTrial(bank: Bank, name: string, { query, page = 1 }: { query: string; page?: number }): Trial {
  const { db } = bank.bench.database;
  const which = whichOf(bank, query);
  return {
    name,
    unit: 'pages/s by one reader',
    figure: () => perSecond(() => see(bank.educator, `${bank.home}?${query}&page=${page}`)),
    limit: () =>
      perSecond(async () => {
        await countItemRows(db, which);
        await listItemRows(db, which, { limit: 50, offset: (page - 1) * 50 });
      })
  };
}

type Change = { kind: 'difficulty' | 'objective'; value: string; ids: string[] };

/** Looks at a change of 500 items, makes it and undoes it, over HTTP. Gives the milliseconds of the change alone. */
async function changeMs({ educator, home }: Bank, { kind, value, ids }: Change): Promise<number> {
  const fields = { kind, [`value-${kind}`]: value, item: ids };
  const { body } = await educator.post(`${home}/bulk?/preview`, fields);
  const seen = /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const start = performance.now();
  const changed = await educator.post(`${home}/bulk?/apply`, { ...fields, seen });
  const time = performance.now() - start;
  if (changed.location?.includes(`changed=${CHANGED}`) !== true)
    throw new Error(`The change answered ${changed.status}.`);
  const change = /name="change" value="([0-9a-f-]{36})"/.exec(await see(educator, home))?.[1] ?? '';
  const undone = await educator.post(`${home}/bulk?/undo`, { change });
  if (undone.status !== 303) throw new Error(`The undo answered ${undone.status}.`);
  return time;
}

/** Items that a change makes something of: neither hard, nor of this objective. */
async function changeable({ bench }: Bank, objectiveId: string): Promise<string[]> {
  const { itemId, difficulty, objectiveId: own, stem, version } = itemVersions;
  const rows = await bench.database.db
    .select({ id: itemId })
    .from(itemVersions)
    .where(and(ne(difficulty, 'hard'), ne(own, objectiveId), like(stem, '%(case %'), eq(version, 1)))
    .orderBy(asc(itemId))
    .limit(CHANGED);
  return rows.map(({ id }) => id);
}

/** The change of 500 with its plan, copies, audit and undo record, against a bare update of 500 rows. */
function bulkTrial(bank: Bank, name: string, change: Change): Trial {
  const { db } = bank.bench.database;
  const bare = () =>
    db
      .transaction(async (tx) => {
        await tx.execute(sql`update item_versions set revision = revision + 1, difficulty = 'hard'
          where status = 'draft' and item_id in ${change.ids}`);
        tx.rollback();
      })
      .catch(() => null);
  return {
    name,
    unit: 'changes/s of 500 items',
    figure: async () => {
      const times: number[] = [];
      for (let count = 0; count < 5; count += 1) times.push(await changeMs(bank, change));
      return 1000 / median(times);
    },
    limit: () => perSecond(bare, 5)
  };
}

const SEARCH = 'q=exhaustion+case+16';
const FILTER = 'status=live&difficulty=hard&lint=warnings&tag=tag+3';

/** The trials on a bank of 5,000 items. */
async function itemTrials(bank: Bank): Promise<Explained[]> {
  const { db } = bank.bench.database;
  const table = (name: string, query: string, page = 1): Explained => ({
    trial: tableTrial(bank, name, { query, page }),
    explain: () =>
      explain(db, listItemRows(db, whichOf(bank, query), { limit: 50, offset: (page - 1) * 50 }).getSQL())
  });
  const [objective] = await db.select({ id: objectives.id }).from(objectives).orderBy(asc(objectives.code));
  const objectiveId = objective?.id ?? '';
  const ids = await changeable(bank, objectiveId);
  const bulk = (name: string, change: Pick<Change, 'kind' | 'value'>): Explained => ({
    trial: bulkTrial(bank, name, { ...change, ids }),
    explain: () => explain(db, listBulkFacts(db, { itemIds: ids, change, actorId: NOBODY }).getSQL())
  });
  return [
    table('items-table', ''),
    table('items-page-60', '', 60),
    table('items-search', SEARCH),
    table('items-filter', FILTER),
    bulk('items-bulk', { kind: 'difficulty', value: 'hard' }),
    bulk('items-bulk-objective', { kind: 'objective', value: objectiveId })
  ];
}

/** The most that the table of 5,000 items, its search and a change of 500 may take at the median. */
const MOST_MS = 300;

/** The items of a bank of 5,000: the table and its changes. */
export const items: Measurement = {
  name: 'items',
  figures: [
    'items-table',
    'items-page-60',
    'items-search',
    'items-filter',
    'items-bulk',
    'items-bulk-objective'
  ],
  measure: async (bench, report, wants) => {
    const trials = await itemTrials(await openBank(bench));
    for (const each of trials.filter(({ trial }) => wants(trial.name)))
      await measureAnswers(each, MOST_MS, report);
  }
};
