import { creditWords } from './format-quarter-credits.ts';

/** 60 minutes are one credit, in steps of a quarter (cme-rules §1.3). */
const MINUTES_PER_QUARTER_CREDIT = 15;

/** Time in words, e.g. `1 hour 15 minutes`. */
function timeWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const hourWords = hours === 0 ? '' : `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return [hourWords, rest === 0 ? '' : `${rest} minutes`].filter((words) => words !== '').join(' ');
}

/** The amounts that a learner may claim, greatest first, each with the time that it stands for. */
export function claimableAmounts(maximumQuarterCredits: number): { quarterCredits: number; label: string }[] {
  return Array.from({ length: maximumQuarterCredits }, (_, index) => {
    const quarterCredits = maximumQuarterCredits - index;
    const time = timeWords(quarterCredits * MINUTES_PER_QUARTER_CREDIT);
    return { quarterCredits, label: `${creditWords(quarterCredits)}, for about ${time}` };
  });
}
