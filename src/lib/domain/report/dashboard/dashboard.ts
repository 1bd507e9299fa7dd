import type { ShownCount } from '../small-cells.ts';

/** Completions of a stretch of days that begins on `from`; null: one to four, held back. */
export type Stretch = { from: string; completions: ShownCount };

/** A share in whole per cent; null where it stands for fewer than twenty. */
export type Rate = { percent: number; of: number } | null;

/** Minutes from the first question to the evaluation, at the median; null where fewer than five are counted. */
export type MedianMinutes = { minutes: number; of: number } | null;

export type ActivityDashboard = {
  slug: string;
  title: string;
  estimatedMinutes: number;
  completions: ShownCount;
  /** Of the last twelve months, oldest first. */
  stretches: Stretch[];
  firstTries: Rate;
  median: MedianMinutes;
};

/** What an admin should look at, the most urgent of each kind first; `more`: how many are not listed. */
export type Attention = {
  expiring: Listed<{ activityId: string; title: string; day: string }>;
  poorItems: Listed<{ itemId: string; name: string; discrimination: number; responses: number }>;
  bias: Listed<{ activityId: string; title: string; evaluations: ShownCount }>;
  failedExports: Listed<{ exportId: string; name: string; at: string }>;
  failedSchedules: Listed<{ exportId: string; name: string; at: string }>;
  refusedMessages: number;
};

export type Listed<Row> = { rows: Row[]; more: number };

/** Steps on the way to a certificate, in order, with how many came so far. */
export type FunnelStep = {
  step: 'begun' | 'assessed' | 'passed' | 'evaluated' | 'certified';
  people: ShownCount;
};

/** A bar of the histogram: `from` minutes up to, but not including, `to`. */
export type MinutesBar = { from: number; to: number; people: ShownCount };

/**
 * What `/admin` shows. Computed by a job; small numbers are held back already. But for the first two figures it covers
 * twelve months.
 */
export type Dashboard = {
  /** The calendar day (UTC) up to which it counts. */
  day: string;
  active: ShownCount;
  completions: { recent: ShownCount; before: ShownCount };
  firstTries: Rate;
  median: MedianMinutes;
  /** The estimates of the activities that were completed, least and greatest; null: none was. */
  estimates: { least: number; greatest: number } | null;
  funnel: FunnelStep[];
  by: 'week' | 'month';
  /** Of all activities together, oldest first, and their sum. */
  stretches: Stretch[];
  total: ShownCount;
  activities: ActivityDashboard[];
  /** Activities with completions beyond those that are drawn. */
  moreActivities: number;
  histogram: MinutesBar[];
  /** Who took longer than the histogram shows, as with a night in between. */
  longer: ShownCount;
  attention: Attention;
};
