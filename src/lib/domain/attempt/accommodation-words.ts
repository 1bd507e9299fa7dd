import { calendarDayWords } from '../calendar-day.ts';
import type { Accommodation } from './accommodation.ts';
import type { GrantedAccommodation } from './standing-accommodation.ts';

/** What was granted, in words that begin a line, e.g. `50% more time and 15 minutes for breaks`. */
export function accommodationWords(terms: NonNullable<Accommodation>): string {
  if (terms.untimed) return 'No time limit';
  const { extraTimePercent, breakMinutes } = terms;
  const minutes = breakMinutes === 1 ? '1 minute' : `${breakMinutes} minutes`;
  const parts = [
    extraTimePercent > 0 ? `${extraTimePercent}% more time` : '',
    breakMinutes > 0 ? `${minutes} for breaks` : ''
  ];
  return parts.filter((part) => part !== '').join(' and ');
}

/** On which days it holds, in words that go on a line. */
export function validityWords({
  validFrom,
  validUntil
}: Pick<GrantedAccommodation, 'validFrom' | 'validUntil'>): string {
  const from = `from ${calendarDayWords(validFrom)}`;
  return validUntil === null ? from : `${from} until ${calendarDayWords(validUntil)}`;
}
