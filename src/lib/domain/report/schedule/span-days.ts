import { dayBefore, daysAfter, mondayOf, monthsAfter } from '../../calendar-day.ts';
import type { CompletionView } from '../completion-view.ts';
import { wallTimeAt } from './time-zone.ts';

/** Which days a scheduled file covers: all that the view finds, or the last whole week, month or quarter. */
export const SPANS = ['all', 'week', 'month', 'quarter'] as const;

export type Span = (typeof SPANS)[number];

function firstDayOf(span: Exclude<Span, 'all'>, today: string): string {
  if (span === 'week') return mondayOf(today);
  const month = Number(today.slice(5, 7));
  const first = span === 'month' ? month : month - ((month - 1) % 3);
  return `${today.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
}

function before(span: Exclude<Span, 'all'>, first: string): string {
  if (span === 'week') return daysAfter(first, -7);
  return monthsAfter(first, span === 'month' ? -1 : -3);
}

/** First and last day of the last period that was whole when the clock of the time zone showed `at`; null: every day. */
export function spanDays(
  span: Span,
  { at, timeZone }: { at: Date; timeZone: string }
): { from: string; to: string } | null {
  if (span === 'all') return null;
  const first = firstDayOf(span, wallTimeAt(at, timeZone).day);
  return { from: before(span, first), to: dayBefore(first) };
}

/** The view with the days of the span in place of its own. */
export function viewInSpan(view: CompletionView, days: { from: string; to: string } | null): CompletionView {
  return days === null ? view : { ...view, filter: { ...view.filter, ...days } };
}
