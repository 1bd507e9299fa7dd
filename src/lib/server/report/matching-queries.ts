import { and, eq, gte, inArray, isNull, lte, notExists, or, exists, sql, type SQL } from 'drizzle-orm';
import { QueryBuilder, type PgColumn } from 'drizzle-orm/pg-core';
import type { CompletionFilter } from '#lib/domain/report/completion-filter.ts';
import { nameQuery } from '#lib/domain/report/name-words.ts';
import { readReportingStanding } from '#lib/domain/report/reporting-state.ts';
import { creditRules } from '../db/schema/accreditation.ts';
import { activities, activityVersions } from '../db/schema/activity.ts';
import { reportStandings } from '../db/schema/report-submission.ts';
import { completionSummaries } from '../db/schema/report-summary.ts';

const summary = completionSummaries;
const build = new QueryBuilder();

/** Any of the values; no value: no matter which. */
const anyOf = (column: PgColumn, values: string[]) =>
  values.length === 0 ? undefined : inArray(column, values);

/** Rows that name one of these; the names are looked up once, before the rows are read. */
function named(column: PgColumn, { id, name }: { id: PgColumn; name: PgColumn }, values: string[]) {
  if (values.length === 0) return undefined;
  const ids = build.select({ id }).from(name.table).where(inArray(name, values));
  return sql`${column} = any (array(${ids}))`;
}

function withCredit(credit: string[]): SQL | undefined {
  const keys = credit.filter((key) => key !== 'none');
  return or(
    named(summary.creditRuleId, { id: creditRules.id, name: creditRules.key }, keys),
    credit.includes('none') ? isNull(summary.quarterCredits) : undefined
  );
}

function standing(text: string): SQL | undefined {
  const wanted = readReportingStanding(text);
  if (wanted === null) return undefined;
  const ofReport = and(
    eq(reportStandings.completionId, summary.completionId),
    eq(reportStandings.report, wanted.report)
  );
  const rows = build.select({ one: sql`1` }).from(reportStandings);
  if (wanted.state === 'none') return notExists(rows.where(ofReport));
  return exists(rows.where(and(ofReport, eq(reportStandings.state, wanted.state))));
}

/** The words are kept without their places, so that "Ana-Maria" is asked as "ana and maria", not as one after the other. */
const hasName = (name: string) => sql`${summary.nameWords} @@
  regexp_replace(to_tsquery('simple', ${nameQuery(name)})::text, '<(-|[0-9]+)>', '&', 'g')::tsquery`;

/** Of `completion_summaries`: the rows that a filter finds. */
export function matching(filter: CompletionFilter): SQL | undefined {
  const { from, to, scoreMin, scoreMax } = filter;
  return and(
    named(summary.activityId, { id: activities.id, name: activities.slug }, filter.activity),
    named(
      summary.activityVersionId,
      { id: activityVersions.id, name: activityVersions.version },
      filter.version
    ),
    from === null ? undefined : gte(summary.completedOn, from),
    to === null ? undefined : lte(summary.completedOn, to),
    anyOf(summary.profession, filter.profession),
    withCredit(filter.credit),
    anyOf(summary.country, filter.country),
    or(...filter.reporting.map(standing)),
    scoreMin === null ? undefined : gte(summary.scorePercent, scoreMin),
    scoreMax === null ? undefined : lte(summary.scorePercent, scoreMax),
    or(...filter.name.map(hasName))
  );
}
