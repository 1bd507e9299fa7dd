import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { itemVersions, questionBanks } from '#lib/server/db/schema/question-bank.ts';
import { readItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import { countItemRows, listItemRows } from '#lib/server/report/items-table-queries.ts';
import { holderOf } from '../tests/support/accounts.ts';
import { insertManyItems } from '../tests/support/many-items.ts';
import type { Visitor } from '../tests/support/visitor.ts';
import type { BenchApp } from './bench-app.ts';
import { median, type Trial } from './ratio.ts';

const ITEMS = 5_000;
const CHANGED = 500;
const REPEATS = 15;

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
export async function openBank(bench: BenchApp): Promise<Bank> {
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

/** Gives 500 items another difficulty and undoes it, over HTTP. Gives the milliseconds of the change alone. */
async function changeMs({ educator, home }: Bank, ids: string[]): Promise<number> {
  const start = performance.now();
  const changed = await educator.post(`${home}/bulk?/apply`, {
    kind: 'difficulty',
    'value-difficulty': 'hard',
    item: ids
  });
  const time = performance.now() - start;
  if (changed.location?.includes(`changed=${CHANGED}`) !== true)
    throw new Error(`The change answered ${changed.status}.`);
  const change = /name="change" value="([0-9a-f-]{36})"/.exec(await see(educator, home))?.[1] ?? '';
  const undone = await educator.post(`${home}/bulk?/undo`, { change });
  if (undone.status !== 303) throw new Error(`The undo answered ${undone.status}.`);
  return time;
}

/** The change of 500 with its plan, copies, audit and undo record, against a bare update of 500 rows. */
async function bulkTrial(bank: Bank): Promise<Trial> {
  const { db } = bank.bench.database;
  const rows = await db
    .select({ id: itemVersions.itemId })
    .from(itemVersions)
    .where(
      sql`${itemVersions.difficulty} <> 'hard' and ${itemVersions.stem} like '%(case %' and ${itemVersions.version} = 1`
    )
    .limit(CHANGED);
  const ids = rows.map(({ id }) => id);
  const bare = () =>
    db
      .transaction(async (tx) => {
        await tx.execute(sql`update item_versions set revision = revision + 1, difficulty = 'hard'
          where status = 'draft' and item_id in ${ids}`);
        tx.rollback();
      })
      .catch(() => null);
  return {
    name: 'items-bulk',
    unit: 'changes/s of 500 items',
    figure: async () => {
      const times: number[] = [];
      for (let count = 0; count < 5; count += 1) times.push(await changeMs(bank, ids));
      return 1000 / median(times);
    },
    limit: () => perSecond(bare, 5)
  };
}

/** The trials on a bank of 5,000 items. */
export async function itemTrials(bank: Bank): Promise<Trial[]> {
  return [
    tableTrial(bank, 'items-table', { query: '' }),
    tableTrial(bank, 'items-page-60', { query: '', page: 60 }),
    tableTrial(bank, 'items-search', { query: 'q=exhaustion+case+16' }),
    tableTrial(bank, 'items-filter', { query: 'status=live&difficulty=hard&lint=warnings&tag=tag+3' }),
    await bulkTrial(bank)
  ];
}

type Plan = {
  'Node Type': string;
  'Actual Rows': number;
  'Relation Name'?: string | undefined;
  Plans?: Plan[] | undefined;
};

const planSchema: v.GenericSchema<Plan> = v.object({
  'Node Type': v.string(),
  'Actual Rows': v.number(),
  'Relation Name': v.optional(v.string()),
  Plans: v.optional(v.array(v.lazy(() => planSchema)))
});

const answerSchema = v.looseTuple([
  v.object({ 'QUERY PLAN': v.tuple([v.object({ Plan: planSchema, 'Execution Time': v.number() })]) })
]);

const scansOf = (plan: Plan): string[] => [
  ...(plan['Relation Name'] === undefined
    ? []
    : [`${plan['Node Type']} on ${plan['Relation Name']}: ${plan['Actual Rows']} rows`]),
  ...(plan.Plans ?? []).flatMap(scansOf)
];

/** What the database reads for the first page and for a search: rows of each scan, from the plan as it ran. */
export async function explainItems(bank: Bank): Promise<string[]> {
  const { db } = bank.bench.database;
  const lines: string[] = [];
  for (const query of ['', 'q=exhaustion+case+16']) {
    const rows = listItemRows(db, whichOf(bank, query), { limit: 50, offset: 0 });
    const answer: unknown = await db.execute(sql`explain (analyze, format json) ${rows.getSQL()}`);
    const [{ 'QUERY PLAN': plans }] = v.parse(
      answerSchema,
      Array.from(v.parse(v.array(v.unknown()), answer))
    );
    const [{ Plan: plan, 'Execution Time': time }] = plans;
    lines.push(`plan of “${query}”, ${time} ms: ${scansOf(plan).join('; ')}`);
  }
  return lines;
}
