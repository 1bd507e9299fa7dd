import { calendarDayOf, daysAfter } from '#lib/domain/calendar-day.ts';
import type { Attention, Dashboard, Listed } from '#lib/domain/report/dashboard/dashboard.ts';
import { firstDayFor, type DayCount } from '#lib/domain/report/dashboard/stretches.ts';
import {
  summariseDashboard,
  type ActivityFigures,
  type DashboardFigures
} from '#lib/domain/report/dashboard/summarise-dashboard.ts';
import { shownCount } from '#lib/domain/report/small-cells.ts';
import type { Executor } from '../../db/index.ts';
import { upsertComputedReport } from '../computed-queries.ts';
import {
  countRefused,
  listBiasReports,
  listExpiring,
  listFailedExports,
  listPoorItems
} from './attention-queries.ts';
import {
  countActive,
  listCompletionDays,
  listFirstTries,
  listMinutes,
  listShownActivities,
  selectFunnel
} from './figure-queries.ts';

/** The subject under which the dashboard is kept. */
export const DASHBOARD = 'dashboard';

/** The days of the first two figures, today among them. */
const RECENT = 30;

/** An activity that ends within so many days needs a decision: a new version takes its review. */
const EXPIRES_WITHIN = 60;

/** Reports of bias stay in view for so many days, failed exports for fewer. */
const BIAS_DAYS = 90;
const FAILED_DAYS = 14;

/** Below 20% an item tells little of who knows and who does not (Ebel and Frisbie 1991, ch. 13). */
const LEAST_DISCRIMINATION = 20;

/** So many of each kind are listed. */
const MOST_LISTED = 5;

const DAY = 86_400_000;

function listed<Row>(rows: Row[]): Listed<Row> {
  return { rows: rows.slice(0, MOST_LISTED), more: Math.max(0, rows.length - MOST_LISTED) };
}

async function readAttention(db: Executor, now: Date): Promise<Attention> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const failed = await listFailedExports(db, ago(FAILED_DAYS));
  const told = failed.map(({ exportId, name, schedule, at }) => ({
    exportId,
    name: schedule ?? name,
    schedule,
    at
  }));
  const rows = (isScheduled: boolean) =>
    told
      .filter(({ schedule }) => (schedule !== null) === isScheduled)
      .map(({ exportId, name, at }) => ({ exportId, name, at: at.toISOString() }));
  const bias = await listBiasReports(db, ago(BIAS_DAYS));
  return {
    expiring: listed(await listExpiring(db, calendarDayOf(new Date(now.getTime() + EXPIRES_WITHIN * DAY)))),
    poorItems: listed(await listPoorItems(db, LEAST_DISCRIMINATION)),
    bias: listed(bias.map((one) => ({ ...one, evaluations: shownCount(one.evaluations) }))),
    failedExports: listed(rows(false)),
    failedSchedules: listed(rows(true)),
    refusedMessages: await countRefused(db)
  };
}

type Minutes = Awaited<ReturnType<typeof listMinutes>>;

/** The median of an activity, or of all; nothing is counted where there is none. */
function medianOf(rows: Minutes, activityId: string | null): { median: number; counted: number } {
  const row = rows.find((one) => one.activityId === activityId && one.median !== null);
  return { median: row?.median ?? 0, counted: row?.counted ?? 0 };
}

/** The bars, without those who took longer, and how many these are. */
function barsOf(rows: Minutes): Pick<DashboardFigures, 'bars' | 'longer'> {
  const bars = rows.filter(({ activityId, median }) => activityId === null && median === null);
  return {
    bars: bars.flatMap(({ from, counted }) => (from === null ? [] : { from, people: counted })),
    longer: bars.find(({ from, counted }) => from === null && counted > 0)?.counted ?? 0
  };
}

/** What was counted of each activity since a day. */
async function readActivities(db: Executor, since: string, minutes: Minutes): Promise<ActivityFigures[]> {
  const days = await listCompletionDays(db, since);
  const tries = await listFirstTries(db, since);
  return (await listShownActivities(db)).map(({ activityId, ...activity }) => ({
    ...activity,
    days: days.filter((one) => one.activityId === activityId),
    firstTries: tries.find((one) => one.activityId === activityId) ?? { tries: 0, passed: 0 },
    minutes: medianOf(minutes, activityId)
  }));
}

/** Completions of `days` days, the last of which is `last`. */
function sumOf(counts: DayCount[], { days, last }: { days: number; last: string }): number {
  const first = daysAfter(last, 1 - days);
  return counts.reduce(
    (sum, { day, completions }) => (first <= day && day <= last ? sum + completions : sum),
    0
  );
}

/** Counts everything that the dashboard shows, without keeping it. It reads whole tables: call it in a job. */
export async function countDashboard(db: Executor, { now }: { now: Date }): Promise<Dashboard> {
  const day = calendarDayOf(now);
  const since = firstDayFor(day);
  const minutes = await listMinutes(db, since);
  const activities = await readActivities(db, since, minutes);
  const days = activities.flatMap((activity) => activity.days);
  const recent = daysAfter(day, 1 - RECENT);
  return summariseDashboard({
    day,
    active: await countActive(db, recent),
    completions: {
      recent: sumOf(days, { days: RECENT, last: day }),
      before: sumOf(days, { days: RECENT, last: daysAfter(day, -RECENT) })
    },
    minutes: medianOf(minutes, null),
    ...barsOf(minutes),
    funnel: await selectFunnel(db, since),
    activities,
    attention: await readAttention(db, now)
  });
}

/** Computes the dashboard anew and keeps it, from one view of the data; a job does so every ten minutes. */
export function computeDashboard(db: Executor, { now }: { now: Date }): Promise<Dashboard> {
  return db.transaction(
    async (tx) => {
      const report = await countDashboard(tx, { now });
      await upsertComputedReport(tx, { subject: DASHBOARD, computedAt: now, report });
      return report;
    },
    { isolationLevel: 'repeatable read' }
  );
}
