import { sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import { NAME_POOLS } from './name-pools.ts';
import type { Plan } from './read-plan.ts';

/** Rows for a table of the transaction. As text: a driver that knows the type would write JSON into JSON. */
const rowsOf = (rows: unknown): SQL => sql`${JSON.stringify(rows)}::text::jsonb`;

async function dealPeople(tx: Executor, { people, days }: Plan): Promise<void> {
  await tx.execute(sql`create temp table demo_names on commit drop as
    select (ordinal - 1)::int as pool,
      array(select jsonb_array_elements_text(entry -> 'given')) as given,
      array(select jsonb_array_elements_text(entry -> 'family')) as family
    from jsonb_array_elements(${rowsOf(NAME_POOLS)}) with ordinality as pools(entry, ordinal)`);
  await tx.execute(sql`create temp table demo_people on commit drop as
    select * from jsonb_to_recordset(${rowsOf(people)}) as card(slot int, pool int, country text, profession text,
      credentials text, specialty text, ability float8, "hasNpi" boolean, report text, state text)`);
  await tx.execute(sql`create temp table demo_days on commit drop as
    select * from jsonb_to_recordset(${rowsOf(days)}) as card(slot int, "daysAgo" int, minute int)`);
}

async function dealForms(tx: Executor, { forms }: Plan): Promise<void> {
  await tx.execute(sql`create temp table demo_forms on commit drop as
    select kind, form, ordinal, seed, position, version, "optionOrder", "targetOrder", difficulty, slope, guess, "right",
      array(select jsonb_array_elements(wrong)) as wrong,
      array(select value::float8 from jsonb_array_elements_text(cuts)) as cuts,
      count(*) over (partition by kind, form, ordinal)::int as total
    from jsonb_to_recordset(${rowsOf(forms)}) as place(kind text, form int, ordinal int, seed bigint, position int,
      version uuid, "optionOrder" jsonb, "targetOrder" jsonb, difficulty float8, slope float8, guess float8,
      "right" jsonb, wrong jsonb, cuts jsonb)`);
}

async function dealRecords(tx: Executor, { evaluations, documents, reports, sections }: Plan): Promise<void> {
  await tx.execute(sql`create temp table demo_evaluations on commit drop as
    select (ordinal - 1)::int as slot, answers
    from jsonb_array_elements(${rowsOf(evaluations)}) with ordinality as said(answers, ordinal)`);
  await tx.execute(sql`create temp table demo_documents on commit drop as
    select * from jsonb_to_recordset(${rowsOf(documents)}) as card(profession text, country text, rank int,
      "quarterCredits" int, "maximumQuarterCredits" int, "creditRuleId" uuid, document jsonb)`);
  await tx.execute(sql`create temp table demo_reports on commit drop as
    select * from jsonb_to_recordset(${rowsOf(reports)}) as card(id text, wording text, "wordingVersion" int)`);
  await tx.execute(sql`create temp table demo_sections on commit drop as
    select ordinal::int as place, id::uuid as id
    from jsonb_array_elements_text(${rowsOf(sections)}) with ordinality as section(id, ordinal)`);
}

/** Puts what is dealt out into tables that end with the transaction. */
export async function createPlanTables(tx: Executor, plan: Plan): Promise<void> {
  await dealPeople(tx, plan);
  await dealForms(tx, plan);
  await dealRecords(tx, plan);
  for (const table of ['demo_people', 'demo_days', 'demo_forms', 'demo_documents', 'demo_names'])
    await tx.execute(sql`analyze ${sql.identifier(table)}`);
}
