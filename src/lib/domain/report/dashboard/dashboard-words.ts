import { calendarDayWords, MONTHS } from '../../calendar-day.ts';
import type { ShownCount } from '../small-cells.ts';
import type { Dashboard, FunnelStep, MedianMinutes, Rate, Stretch } from './dashboard.ts';

const number = new Intl.NumberFormat('en-US');

/** A number of people or completions, e.g. `1,240`; one that is held back is said to be small. */
export function countWords(count: ShownCount): string {
  return count === null ? 'fewer than 5' : number.format(count);
}

/** A share, e.g. `82%`. */
export function rateWords(rate: Rate): string {
  return rate === null ? 'too few' : `${rate.percent}%`;
}

/** A median, e.g. `36 min`. */
export function medianWords(median: MedianMinutes): string {
  return median === null ? 'too few' : `${median.minutes} min`;
}

/** When a stretch was, e.g. `week of June 1, 2026` or `June 2026`. */
export function stretchWords(from: string, by: Dashboard['by']): string {
  if (by === 'week') return `week of ${calendarDayWords(from)}`;
  return `${MONTHS[Number(from.slice(5, 7)) - 1] ?? ''} ${from.slice(0, 4)}`;
}

const isShown = (stretch: Stretch): stretch is { from: string; completions: number } =>
  stretch.completions !== null;

/** What the line of completions shows, in a sentence. */
export function completionFinding({
  total,
  stretches,
  by
}: Pick<Dashboard, 'total' | 'stretches' | 'by'>): string {
  if (total === 0) return 'Nobody completed an activity in the last twelve months.';
  const span = by === 'week' ? '52 weeks' : '12 months';
  const most = stretches.filter(isShown).toSorted((one, other) => other.completions - one.completions)[0];
  const start = `${total === 1 ? '1 completion' : `${sentence(countWords(total))} completions`} in ${span}`;
  if (most === undefined || most.completions === 0) return `${start}.`;
  return `${start}, most in ${by === 'week' ? 'the ' : ''}${stretchWords(most.from, by)}: ${countWords(most.completions)}.`;
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What the learners of a step did. */
export const STEP_WORDS: Record<FunnelStep['step'], string> = {
  begun: 'Began',
  assessed: 'Started the assessment',
  passed: 'Passed',
  evaluated: 'Evaluated',
  certified: 'Have a certificate'
};

/** Where most learners leave, in a sentence. */
export function funnelFinding(funnel: FunnelStep[]): string {
  const [first] = funnel;
  const last = funnel.at(-1);
  if (!first || first.people === 0) return 'Nobody began an activity in the last twelve months.';
  if (first.people === null || !last || last.people === null)
    return 'Too few learners so far to say where they leave.';
  const losses = funnel.flatMap(({ step, people }, index) => {
    const before = funnel[index - 1]?.people;
    return people === null || before === null || before === undefined
      ? []
      : [{ step, lost: before - people }];
  });
  const worst = losses.toSorted((one, other) => other.lost - one.lost)[0];
  const share = Math.floor((100 * last.people) / first.people);
  const start = `${share}% of those who began have a certificate`;
  if (worst === undefined || worst.lost === 0) return `${start}.`;
  return `${start}. The greatest loss is before “${STEP_WORDS[worst.step]}”.`;
}

/** The estimates of the activities, e.g. `30 min`, or `15 to 60 min`. */
export function estimateWords(estimates: Dashboard['estimates']): string {
  if (estimates === null) return 'none';
  const { least, greatest } = estimates;
  return least === greatest ? `${least} min` : `${least} to ${greatest} min`;
}

/** How the time that it takes compares with the estimate, in a sentence. */
export function minutesFinding({ median, estimates }: Pick<Dashboard, 'median' | 'estimates'>): string {
  if (median === null) return 'Too few completions so far to say how long they take.';
  return `Half of the learners need ${median.minutes} minutes or less; the estimate is ${estimateWords(estimates)}.`;
}

/** A change against the thirty days before, e.g. `12 more than in the 30 days before`. */
export function changeWords({ recent, before }: Dashboard['completions']): string {
  if (recent === null || before === null) return `${countWords(before)} in the 30 days before`;
  if (recent === before) return 'as many as in the 30 days before';
  const difference = countWords(Math.abs(recent - before));
  return `${difference} ${recent > before ? 'more' : 'fewer'} than in the 30 days before`;
}
