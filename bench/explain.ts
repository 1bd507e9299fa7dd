import { sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import type { Executor } from '#lib/server/db/index.ts';
import { rowsOf } from './rows.ts';

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

const answerSchema = v.object({
  'QUERY PLAN': v.tuple([v.object({ Plan: planSchema, 'Execution Time': v.number() })])
});

const scansOf = (plan: Plan): string[] => [
  ...(plan['Relation Name'] === undefined
    ? []
    : [`${plan['Node Type']} on ${plan['Relation Name']}: ${plan['Actual Rows']} rows`]),
  ...(plan.Plans ?? []).flatMap(scansOf)
];

/** What the database reads for a query: the time and the rows of each scan, from the plan as it ran. */
export async function explain(db: Executor, query: SQL): Promise<string> {
  const [answer] = await rowsOf(db, answerSchema, sql`explain (analyze, format json) ${query}`);
  if (!answer) throw new Error('The database explained nothing.');
  const [{ Plan: plan, 'Execution Time': time }] = answer['QUERY PLAN'];
  return `${time} ms; ${scansOf(plan).join('; ')}`;
}
