import { entitledAmount, entitledAmounts, type Entitlement } from '../accreditation/entitlement.ts';

/** Time in words, e.g. `1 hour 15 minutes`. */
function timeWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const hourWords = hours === 0 ? '' : `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return [hourWords, rest === 0 ? '' : `${rest} minutes`].filter((words) => words !== '').join(' ');
}

/** The amounts that a learner may claim, greatest first, each in its unit with the time that it stands for. */
export function claimableAmounts(
  credit: Pick<Entitlement, 'unit' | 'maximumQuarterCredits' | 'stepQuarterCredits' | 'minutesPerCredit'>
): { quarterCredits: number; label: string }[] {
  return entitledAmounts(credit).map((quarterCredits) => {
    const time = timeWords(Math.round((quarterCredits / 4) * credit.minutesPerCredit));
    return { quarterCredits, label: `${entitledAmount(credit, quarterCredits)}, for about ${time}` };
  });
}
