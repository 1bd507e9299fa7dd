import { itemsToPass } from '#lib/domain/attempt/meets-passing-standard.ts';
import type { ActivityFacts, AssessmentFacts } from '#lib/domain/activity/activity-facts.ts';
import { availability } from '#lib/domain/activity/availability.ts';
import type { CardView } from '#lib/domain/activity/card-view.ts';
import { calendarDayOf, calendarDayWords } from '#lib/domain/calendar-day.ts';
import { creditWords } from '#lib/domain/credit/format-quarter-credits.ts';
import type { Step } from '#lib/domain/credit/next-step.ts';

/** How many items of a form must be right, or null where nothing is to be passed. */
export function passMark({ itemCount, passingPercent }: AssessmentFacts): number | null {
  return passingPercent === null ? null : itemsToPass(itemCount, { passingPercent });
}

/** The form of this kind, or null. */
export const formOf = (activity: ActivityFacts, kind: AssessmentFacts['kind']) =>
  activity.assessments.find((form) => form.kind === kind) ?? null;

/** Short facts for the strip, e.g. `30 min`, `0.5 credit`, `10 questions`, `pass 8`. */
export function factsOf(activity: ActivityFacts): string[] {
  const assessment = formOf(activity, 'assessment');
  const mark = assessment && passMark(assessment);
  return [
    `${activity.estimatedMinutes} min`,
    creditWords(activity.maximumQuarterCredits),
    ...(assessment ? [`${assessment.itemCount} questions`] : []),
    ...(mark === null ? [] : [`pass ${mark}`])
  ];
}

/** Whether credit can be earned today, in a few words. */
export function standingOf(activity: ActivityFacts, now: Date): string {
  const state = availability(activity, calendarDayOf(now));
  if (activity.accreditation.mode === 'demonstration') return activity.accreditation.label;
  if (state === 'upcoming') return `Opens ${calendarDayWords(activity.releaseDate)}`;
  const closes = calendarDayWords(activity.expiryDate);
  if (state === 'open') return `Open for credit until ${closes}`;
  return `Closed for credit on ${closes}. You can still read and practice.`;
}

/** An activity as its card shows it. `step`: what the person who is signed in does next, where it was begun. */
export function toCard(activity: ActivityFacts, input: { now: Date; step: Step | null }): CardView {
  const { slug, title, summary } = activity;
  const verb = input.step ?? { label: 'Open the activity', href: `/activities/${slug}` };
  return {
    slug,
    title,
    summary,
    facts: factsOf(activity),
    standing: standingOf(activity, input.now),
    isClosed: availability(activity, calendarDayOf(input.now)) === 'closed-for-credit',
    verb
  };
}
