import { sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Executor } from '#lib/server/db/index.ts';
import { addCompletions, REPORT_ATTEMPT_ID } from './report-data.ts';
import { rowsOf } from './rows.ts';

/** As many as `addCompletions` says that each attempt has. */
const RESPONSES_EACH = 20;

/** Attempts in one transaction. */
const BATCH = 25_000;

/** A response that chooses these options. */
const choosing = (options: SQL) =>
  sql`case i.type when 'single' then jsonb_build_object('type', 'single', 'option', (${options}) -> 0)
    else jsonb_build_object('type', 'multiple', 'options', ${options}) end`;

/** Live questions to choose options of, each with the order of its options, the right response and a wrong one. */
const ITEMS = sql`select row_number() over (order by i.id) - 1 as slot, count(*) over () as total, i.id, options,
    ${choosing(sql`keys`)} as "right", ${choosing(sql`keys - 0 || to_jsonb(other)`)} as wrong
  from item_versions i cross join lateral (select jsonb_agg(o.option_id order by o.position) as options,
      jsonb_agg(o.option_id) filter (where o.is_key) as keys, min(o.option_id) filter (where not o.is_key) as other
    from item_options o where o.item_version_id = i.id) drawn
  where i.status = 'live' and i.type in ('single', 'multiple')`;

/** What the attempts of completions answered: right at the first places, as many as the score says. */
async function addResponses(db: Executor, { from, to }: { from: number; to: number }): Promise<void> {
  const places = sql`(select id as attempt_id, items_correct, n, position
    from generate_series(${from}::bigint, ${to}::bigint) n join attempts on id = ${REPORT_ATTEMPT_ID},
      generate_series(1, ${RESPONSES_EACH}::int) position) places`;
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`create temp table growth_items on commit drop as ${ITEMS}`);
    await tx.execute(sql`insert into attempt_items (attempt_id, position, item_version_id, option_order)
      select attempt_id, position, i.id, options
      from ${places} join growth_items i on i.slot = (n + position) % i.total`);
    await tx.execute(sql`insert into responses
        (attempt_id, position, response, correct, sequence, idempotency_key, answered_at)
      select attempt_id, position, case when position <= items_correct then "right" else wrong end,
        position <= items_correct, 1,
        gen_random_uuid(), now()
      from ${places} join growth_items i on i.slot = (n + position) % i.total`);
  });
}

const checkSchema = v.object({ responses: v.number(), miscounted: v.number() });

/** Throws where a counter or a score of the attempts is not what their responses say. */
async function assertRight(db: Executor, responses: number): Promise<void> {
  const [found] = await rowsOf(
    db,
    checkSchema,
    sql`select sum(r.count)::int as responses, count(*) filter (where (a.answered, a.items_correct) <> (r.count, r.correct))::int
        as miscounted
      from attempts a join (select attempt_id, count(*), count(*) filter (where correct) as correct
        from responses group by attempt_id) r on r.attempt_id = a.id`
  );
  if (found?.responses !== responses || found.miscounted > 0)
    throw new Error(`Of ${responses} responses there are ${JSON.stringify(found)}.`);
}

/** Adds learners who completed, with all their responses, until there are so many responses; `before` are there. */
export async function growTo(db: Executor, responses: number, before = 0): Promise<void> {
  const last = responses / RESPONSES_EACH;
  for (let from = before / RESPONSES_EACH + 1; from <= last; from += BATCH) {
    const span = { from, to: Math.min(last, from + BATCH - 1) };
    await addCompletions(db, span);
    await addResponses(db, span);
    console.error(`  ${span.to * RESPONSES_EACH} of ${responses} responses`);
  }
  await assertRight(db, responses);
  await db.execute(sql`vacuum analyze`);
  await db.execute(sql`checkpoint`);
}
