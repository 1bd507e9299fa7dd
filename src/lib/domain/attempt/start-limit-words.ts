import { hourWords } from '../instant-words.ts';
import type { StartView } from './start-view.ts';

const MINUTE_MS = 60_000;

/** What a person has in all, where that is not the limit of the activity. */
function ownWords({ minutes, wouldClose, asOf }: Limit & { wouldClose: Date }): string {
  const own = Math.round((wouldClose.getTime() - asOf.getTime()) / MINUTE_MS);
  return own === minutes
    ? `Time limit ${minutes} minutes.`
    : `Time limit ${minutes} minutes; you have ${own}.`;
}

type Limit = NonNullable<StartView['limit']>;

/** How long an attempt may take and when it closes, in sentences: of the one under way, or of one begun now. */
export function startLimitWords({ limit, open }: Pick<StartView, 'limit' | 'open'>): string {
  if (open?.closesAt) return `The time is running: your attempt closes at ${hourWords(open.closesAt)}.`;
  if (limit === null) return 'Not timed.';
  const { minutes, wouldClose } = limit;
  if (open || wouldClose === null)
    return `Not timed for you; the time limit is ${minutes} minutes for others.`;
  const start = 'It starts when you press Start; begun now, it closes at';
  return `${ownWords({ ...limit, wouldClose })} ${start} ${hourWords(wouldClose)}.`;
}
