import type { StartView } from './start-view.ts';

const MINUTE_MS = 60_000;

type Limit = NonNullable<StartView['limit']>;

/** What a person has in all, where that is not the limit of the activity. */
function ownWords({ minutes, wouldClose, asOf }: Limit & { wouldClose: Date }): string {
  const own = Math.round((wouldClose.getTime() - asOf.getTime()) / MINUTE_MS);
  return own === minutes
    ? `Time limit ${minutes} minutes.`
    : `Time limit ${minutes} minutes; you have ${own}.`;
}

/** Sentences, and the instant that ends the last of them where it tells of one. */
export type LimitWords = { words: string; closesAt: Date | null };

const only = (words: string): LimitWords => ({ words, closesAt: null });

/**
 * How long an attempt may take and when it closes: the one under way, or one begun now. Where none can begin nothing is
 * said of an hour.
 */
export function startLimitWords({
  limit,
  open,
  problem
}: Pick<StartView, 'limit' | 'open' | 'problem'>): LimitWords {
  if (open?.closesAt)
    return { words: 'The time is running: your attempt closes at', closesAt: open.closesAt };
  if (limit === null) return only('Not timed.');
  const { minutes, wouldClose } = limit;
  if (open || wouldClose === null)
    return only(`Not timed for you; the time limit is ${minutes} minutes for others.`);
  const own = ownWords({ ...limit, wouldClose });
  if (problem !== null) return only(own);
  return {
    words: `${own} It runs from the start: begun now, the assessment closes at`,
    closesAt: wouldClose
  };
}
