import { availability } from '#lib/domain/activity/availability.ts';
import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import type { RegradeKind } from '#lib/domain/attempt/regrade.ts';
import { regradeLetter, type RegradeLetter } from '#lib/domain/attempt/regrade-letter.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { readActivityVersion } from '../activity/read-activity.ts';
import type { Executor } from '../db/index.ts';
import { insertLetters, listLetterKinds, type LetterKind } from './regrade-letter-queries.ts';
import type { RegradeEvent } from './regrade-write-queries.ts';

export type Telling = {
  event: RegradeEvent;
  /** Null: the regrade was taken back. */
  decision: RegradeKind | null;
  reason: string;
  /** Scheme and host of this site, which links begin with. */
  origin: string;
  now: Date;
};

function standingOf({ hadPassed, passedAfter }: LetterKind): RegradeLetter['standing'] {
  if (hadPassed) return 'passed-otherwise';
  return passedAfter === true ? 'passes-now' : 'not-passed';
}

/** `mark` stands in the link for the reader's attempt. */
type Composing = { kind: LetterKind; activity: ActivityFacts; mark: string };

function compose({ decision, reason, origin, now }: Telling, { kind, activity, mark }: Composing) {
  const isOpen = availability(activity, calendarDayOf(now)) === 'open';
  return regradeLetter({
    activityTitle: activity.title,
    decision,
    reason,
    before: { correct: kind.correctBefore, counted: kind.total - kind.droppedBefore },
    after: { correct: kind.correctAfter, counted: kind.total - kind.droppedAfter },
    standing: standingOf(kind),
    closedOn: isOpen ? null : activity.expiryDate,
    links: {
      result: `${origin}/attempts/${mark}/result`,
      evaluation: `${origin}/activities/${activity.slug}/evaluation`
    }
  });
}

/** Puts into the outbox what the people whose score or pass changed are told: what was decided, why, and what it means. */
export async function writeRegradeLetters(tx: Executor, telling: Telling): Promise<void> {
  const { event, now } = telling;
  const kinds = await listLetterKinds(tx, event);
  const mark = crypto.randomUUID();
  const letters = [];
  for (const kind of kinds) {
    const activity = await readActivityVersion(tx, kind.activityVersionId);
    letters.push({ ...kind, ...compose(telling, { kind, activity, mark }) });
  }
  if (letters.length > 0) await insertLetters(tx, { event, letters, mark, now });
}
