import { and, eq, gte, inArray, isNull, lte, notExists, or, sql, type SQL } from 'drizzle-orm';
import { QueryBuilder, type PgColumn } from 'drizzle-orm/pg-core';
import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import { nameQuery } from '#lib/domain/report/name-words.ts';
import { readReportingStanding, type ReportingStanding } from '#lib/domain/report/reporting-state.ts';
import type { Executor } from '../db/index.ts';
import { creditRules } from '../db/schema/accreditation.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';
import { reportStandings } from '../db/schema/report-submission.ts';
import { completionSummaries } from '../db/schema/report-summary.ts';

const summary = completionSummaries;
const build = new QueryBuilder();

/** Any of the values; no value: no matter which. */
const anyOf = (column: PgColumn, values: string[]) =>
  values.length === 0 ? undefined : inArray(column, values);

const keysOf = (credit: string[]) => credit.filter((key) => key !== 'none');

/** Where the fields stand that a filter names by words of their own, and what of it is asked. */
const NAMED = {
  activity: { column: summary.activityId, id: activities.id, name: activities.slug },
  version: {
    column: summary.activityVersionId,
    id: activityVersions.id,
    name: activityVersions.version
  },
  credit: { column: summary.creditRuleId, id: creditRules.id, name: creditRules.key }
};

type NamedField = keyof typeof NAMED;

/**
 * The ids of what a filter names. With them in its hands the database knows how rare they are, and takes the index of
 * those; without, it takes each for as common as any other.
 */
export type NamedIds = Record<NamedField, string[]>;

const idsOf = (field: NamedField, values: string[]) =>
  build
    .select({ id: NAMED[field].id })
    .from(NAMED[field].name.table)
    .where(inArray(NAMED[field].name, values));

/** Looks up the ids of the activities, versions and rules of credit that a filter names. */
export async function listNamedIds(db: Executor, filter: CompletionFilter): Promise<NamedIds> {
  const list = async (field: NamedField, values: string[]) => {
    if (values.length === 0) return [];
    const { id, name } = NAMED[field];
    const rows = await db
      .select({ id: sql<string>`${id}` })
      .from(name.table)
      .where(inArray(name, values));
    return rows.map((row) => row.id);
  };
  return {
    activity: await list('activity', filter.activity),
    version: await list('version', filter.version),
    credit: await list('credit', keysOf(filter.credit))
  };
}

/** Rows that name one of these; names that nobody looked up are looked up once, before the rows are read. */
function named(field: NamedField, values: string[], ids: NamedIds | null): SQL | undefined {
  const { column } = NAMED[field];
  if (values.length === 0) return undefined;
  if (ids === null) return sql`${column} = any (array(${idsOf(field, values)}))`;
  return ids[field].length === 0 ? sql`false` : inArray(column, ids[field]);
}

function withCredit(credit: string[], ids: NamedIds | null): SQL | undefined {
  return or(
    named('credit', keysOf(credit), ids),
    credit.includes('none') ? isNull(summary.quarterCredits) : undefined
  );
}

const ofReport = ({ report }: ReportingStanding) => eq(reportStandings.report, report);

/** Never sent to the report. */
const neverSent = (standing: ReportingStanding) =>
  notExists(
    build
      .select({ one: sql`1` })
      .from(reportStandings)
      .where(and(eq(reportStandings.completionId, summary.completionId), ofReport(standing)))
  );

/** Standing in any of these ways with the reports; those that were never sent are found by what is not there. */
function withStanding(texts: string[]): SQL | undefined {
  const wanted = texts.map(readReportingStanding).filter((standing) => standing !== null);
  const sent = wanted.flatMap(({ report, state }) => (state === 'none' ? [] : [{ report, state }]));
  const found = build
    .select({ id: reportStandings.completionId })
    .from(reportStandings)
    .where(or(...sent.map((standing) => and(ofReport(standing), eq(reportStandings.state, standing.state)))));
  return or(
    sent.length === 0 ? undefined : inArray(summary.completionId, found),
    ...wanted.filter(({ state }) => state === 'none').map(neverSent)
  );
}

/** The words are kept without their places, so that "Ana-Maria" is asked as "ana and maria", not as one after the other. */
const hasName = (name: string) => sql`${summary.nameWords} @@
  regexp_replace(to_tsquery('simple', ${nameQuery(name)})::text, '<(-|[0-9]+)>', '&', 'g')::tsquery`;

/** Of `completion_summaries`: the rows that a filter finds. `ids`: what it names, where that was looked up before. */
export function matching(filter: CompletionFilter, ids: NamedIds | null = null): SQL | undefined {
  const { from, to, scoreMin, scoreMax } = filter;
  return and(
    named('activity', filter.activity, ids),
    named('version', filter.version, ids),
    from === null ? undefined : gte(summary.completedOn, from),
    to === null ? undefined : lte(summary.completedOn, to),
    anyOf(summary.profession, filter.profession),
    withCredit(filter.credit, ids),
    anyOf(summary.country, filter.country),
    withStanding(filter.reporting),
    scoreMin === null ? undefined : gte(summary.scorePercent, scoreMin),
    scoreMax === null ? undefined : lte(summary.scorePercent, scoreMax),
    or(...filter.name.map(hasName))
  );
}
