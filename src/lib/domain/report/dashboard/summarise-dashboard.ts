import { holdBackSmall, shownCount } from '../small-cells.ts';
import type {
  ActivityDashboard,
  Attention,
  Dashboard,
  FunnelStep,
  MedianMinutes,
  MinutesBar,
  Rate
} from './dashboard.ts';
import { chooseStretch, countStretches, type DayCount } from './stretches.ts';

/** What was counted of an activity in the twelve months. */
export type ActivityFigures = {
  slug: string;
  title: string;
  estimatedMinutes: number;
  days: DayCount[];
  firstTries: { tries: number; passed: number };
  minutes: { median: number; counted: number };
};

/** What was counted, before anything is held back. */
export type DashboardFigures = {
  day: string;
  active: number;
  completions: { recent: number; before: number };
  minutes: { median: number; counted: number };
  /** How many took `from` to `from + BAR_MINUTES` minutes; empty bars are left out. */
  bars: { from: number; people: number }[];
  longer: number;
  funnel: Record<FunnelStep['step'], number>;
  activities: ActivityFigures[];
  attention: Attention;
};

/** The width of a bar of the histogram, and where it ends. */
export const BAR_MINUTES = 10;
export const HISTOGRAM_MINUTES = 120;

/** So many activities are drawn by themselves, those with most completions. */
const MOST_DRAWN = 12;

/** Below this many a median says something of single people, and a share gives away how many they were (ux.md §9). */
const LEAST = 5;
export const LEAST_IN_SHARE = 20;

/** A share in whole per cent, rounded down, so that 100 means all. */
export function rateOf({ tries, passed }: { tries: number; passed: number }): Rate {
  return tries < LEAST_IN_SHARE ? null : { percent: Math.floor((100 * passed) / tries), of: tries };
}

/** A median in whole minutes. */
export function medianOf({ median, counted }: { median: number; counted: number }): MedianMinutes {
  return counted < LEAST ? null : { minutes: Math.round(median), of: counted };
}

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

const completionsOf = ({ days }: ActivityFigures) => sum(days.map(({ completions }) => completions));

function activityDashboard(
  figures: ActivityFigures,
  within: { by: 'week' | 'month'; day: string }
): ActivityDashboard {
  const { slug, title, estimatedMinutes, days, firstTries, minutes } = figures;
  return {
    slug,
    title,
    estimatedMinutes,
    ...countStretches(days, within),
    firstTries: rateOf(firstTries),
    median: medianOf(minutes)
  };
}

/** Bars from the first to the last that holds anybody. */
function histogramOf(
  bars: DashboardFigures['bars'],
  longer: number
): Pick<Dashboard, 'histogram' | 'longer'> {
  const steps = Array.from({ length: HISTOGRAM_MINUTES / BAR_MINUTES }, (_, index) => index * BAR_MINUTES);
  const people = steps.map((start) => bars.find(({ from }) => from === start)?.people ?? 0);
  const shown = holdBackSmall([...people, longer]);
  const first = people.findIndex((count) => count > 0);
  const last = people.findLastIndex((count) => count > 0);
  const histogram: MinutesBar[] = steps.flatMap((from, index) =>
    first === -1 || index < first || index > last
      ? []
      : { from, to: from + BAR_MINUTES, people: shown[index] ?? null }
  );
  return { histogram, longer: shown.at(-1) ?? null };
}

const STEPS: FunnelStep['step'][] = ['begun', 'assessed', 'passed', 'evaluated', 'certified'];

/** The people of each step; who is lost between two steps is held back too where it is fewer than five. */
function funnelOf(funnel: DashboardFigures['funnel']): FunnelStep[] {
  return STEPS.map((step) => ({ step, people: shownCount(funnel[step]) }));
}

function estimatesOf(activities: ActivityFigures[]): Dashboard['estimates'] {
  const minutes = activities.map(({ estimatedMinutes }) => estimatedMinutes);
  return minutes.length === 0 ? null : { least: Math.min(...minutes), greatest: Math.max(...minutes) };
}

const countedOf = (days: DayCount[], within: { by: 'week' | 'month'; day: string }) => {
  const { stretches, completions } = countStretches(days, within);
  return { stretches, total: completions };
};

/** What `/admin` shows of what was counted. */
export function summariseDashboard(figures: DashboardFigures): Dashboard {
  const { day, completions, bars, longer } = figures;
  const completed = figures.activities
    .filter((activity) => completionsOf(activity) > 0)
    .toSorted((one, other) => completionsOf(other) - completionsOf(one));
  const days = completed.flatMap((activity) => activity.days);
  const by = chooseStretch(days, day);
  const tries = figures.activities.map(({ firstTries }) => firstTries);
  return {
    day,
    active: shownCount(figures.active),
    completions: { recent: shownCount(completions.recent), before: shownCount(completions.before) },
    firstTries: rateOf({
      tries: sum(tries.map((one) => one.tries)),
      passed: sum(tries.map((one) => one.passed))
    }),
    median: medianOf(figures.minutes),
    estimates: estimatesOf(completed),
    funnel: funnelOf(figures.funnel),
    by,
    ...countedOf(days, { by, day }),
    activities: completed.slice(0, MOST_DRAWN).map((activity) => activityDashboard(activity, { by, day })),
    moreActivities: Math.max(0, completed.length - MOST_DRAWN),
    ...histogramOf(bars, longer),
    attention: figures.attention
  };
}
