import { exactMinutes, type LessonLoad } from '../lesson/reading-time.ts';

/** Whole minutes that a learner needs; practice is optional and not counted. */
export type HonestMinutes = { reading: number; items: number; evaluation: number; total: number };

/** For the one question that must be answered and the ones that may be. */
export const EVALUATION_MINUTES = 2;

/**
 * What an activity takes: reading as measured, a minute for each item of the forms that are required, and the evaluation
 * (the sample's `minutes.basis` counts so). An estimate, until pilot users have been timed.
 */
export function honestMinutes({
  load,
  requiredItems
}: {
  load: LessonLoad;
  requiredItems: number;
}): HonestMinutes {
  const reading = Math.round(exactMinutes(load));
  return {
    reading,
    items: requiredItems,
    evaluation: EVALUATION_MINUTES,
    total: reading + requiredItems + EVALUATION_MINUTES
  };
}

/** Whether stated minutes are further from the estimate than pilots of one activity differ: a quarter, five at least. */
export const areFarOff = (stated: number, { total }: HonestMinutes): boolean =>
  Math.abs(total - stated) > Math.max(5, stated / 4);

/** The estimate in a sentence. */
export const honestMinutesWords = ({ reading, items, evaluation, total }: HonestMinutes): string =>
  `About ${total} minutes by our count: ${reading} to read, ${items} for ${items} required items, ${evaluation} for the evaluation.`;
