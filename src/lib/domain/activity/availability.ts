import type { ActivityCard } from './activity-facts.ts';

/** `closed-for-credit`: it can still be read and practised, but no credit is given. */
export type Availability = 'upcoming' | 'open' | 'closed-for-credit';

/**
 * Whether credit can be earned on this day. The release and expiry dates are the first and the last day that count
 * (cme-rules.md §1.2). A demonstration is always open: it gives no credit that anybody recognises, so nothing runs out,
 * and its dates show how those of an accredited activity would read. Days are `YYYY-MM-DD`.
 */
export function availability(
  activity: Pick<ActivityCard, 'releaseDate' | 'expiryDate'> & { accreditation: { mode: string } },
  today: string
): Availability {
  if (activity.accreditation.mode === 'demonstration') return 'open';
  if (today < activity.releaseDate) return 'upcoming';
  return today > activity.expiryDate ? 'closed-for-credit' : 'open';
}
