import * as v from 'valibot';
import type { Dashboard } from '#lib/domain/report/dashboard/dashboard.ts';

const shown = v.nullable(v.number());

const rate = v.nullable(v.object({ percent: v.number(), of: v.number() }));

const median = v.nullable(v.object({ minutes: v.number(), of: v.number() }));

const stretches = v.array(v.object({ from: v.string(), completions: shown }));

const listed = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.object({ rows: v.array(v.object(entries)), more: v.number() });

const failedFile = { exportId: v.string(), name: v.string(), at: v.string() };

const attention = v.object({
  expiring: listed({ activityId: v.string(), title: v.string(), day: v.string() }),
  poorItems: listed({
    itemId: v.string(),
    name: v.string(),
    discrimination: v.number(),
    responses: v.number()
  }),
  bias: listed({ activityId: v.string(), title: v.string(), evaluations: shown }),
  failedExports: listed(failedFile),
  failedSchedules: listed(failedFile),
  refusedMessages: v.number()
});

const dashboard = v.object({
  day: v.string(),
  active: shown,
  completions: v.object({ recent: shown, before: shown }),
  firstTries: rate,
  median,
  estimates: v.nullable(v.object({ least: v.number(), greatest: v.number() })),
  funnel: v.array(
    v.object({
      step: v.picklist(['begun', 'assessed', 'passed', 'evaluated', 'certified']),
      people: shown
    })
  ),
  by: v.picklist(['week', 'month']),
  stretches,
  total: shown,
  activities: v.array(
    v.object({
      slug: v.string(),
      title: v.string(),
      estimatedMinutes: v.number(),
      stretches,
      completions: shown,
      firstTries: rate,
      median
    })
  ),
  moreActivities: v.number(),
  histogram: v.array(v.object({ from: v.number(), to: v.number(), people: shown })),
  longer: shown,
  attention
});

/** What is kept as a dashboard, or null where another version of Footnote has written it. */
export function parseDashboard(report: unknown): Dashboard | null {
  const parsed = v.safeParse(dashboard, report);
  return parsed.success ? parsed.output : null;
}
