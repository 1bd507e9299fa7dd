import * as v from 'valibot';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { ComputedOutcomes } from '#lib/domain/report/outcomes/computed-outcomes.ts';
import { judgeOutcomes } from '#lib/domain/report/outcomes/judge-outcomes.ts';
import { methodsSentence } from '#lib/domain/report/outcomes/methods-sentence.ts';
import { outcomeLevels } from '#lib/domain/report/outcomes/outcome-levels.ts';
import { headlineOf } from '#lib/domain/report/outcomes/headline.ts';
import type { Executor } from '../db/index.ts';
import { outcomesSubject } from './compute-outcomes.ts';
import { selectOptionalComputedReport } from './computed-queries.ts';
import { outcomeFactsSchema } from './outcome-facts-schema.ts';
import { selectOptionalOfferedVersion } from './outcome-version-queries.ts';

export type OfferedVersion = { id: string; slug: string; title: string; version: string; status: string };

/** An activity version with its outcomes; `computed` is null until they were computed once. */
export type OutcomesPage = OfferedVersion & { computed: ComputedOutcomes | null };

/** What was kept of a version as it may be shown; null where its shape is none that this edition of the program reads. */
export function judgeComputed(
  version: OfferedVersion,
  { computedAt, report }: { computedAt: Date; report: unknown }
): ComputedOutcomes | null {
  const parsed = v.safeParse(outcomeFactsSchema, report);
  if (!parsed.success) return null;
  const outcomes = judgeOutcomes(parsed.output, { activityTitle: version.title, version: version.version });
  const named = { ...version, computedOn: calendarDayOf(computedAt) };
  return {
    computedAt,
    outcomes,
    headline: headlineOf(outcomes),
    methods: methodsSentence(outcomes, named),
    levels: outcomeLevels(outcomes)
  };
}

/** The outcomes of an activity version as they were computed last; null where learners could never take it. */
export async function readOutcomes(db: Executor, activityVersionId: string): Promise<OutcomesPage | null> {
  const version = await selectOptionalOfferedVersion(db, activityVersionId);
  if (version === null) return null;
  const kept = await selectOptionalComputedReport(db, outcomesSubject(activityVersionId));
  return { ...version, computed: kept && judgeComputed(version, kept) };
}
