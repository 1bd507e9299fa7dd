import { eq } from 'drizzle-orm';
import { submitEvaluation } from '#lib/server/credit/submit-evaluation.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { outboxMessages } from '#lib/server/db/schema/identity-mail.ts';
import { sendDueFollowUps } from '#lib/server/evaluation/send-due-follow-ups.ts';
import { makePassedLearner, NOON, type Learner } from './learner.ts';

const DAY = 86_400_000;

/** So many days after the evaluation. */
export const daysOn = (days: number) => new Date(NOON.getTime() + days * DAY);

const COMMITTED = {
  bias: { type: 'single-choice', option: 'free' },
  commitments: {
    type: 'commitment-to-change',
    options: ['ask-assay'],
    ownWords: ['Call the laboratory first']
  }
} as const;

/** A learner who evaluated with two commitments, and said whether we may write. */
export async function makeCommittedLearner(
  db: Executor,
  { consent }: { consent: 'yes' | 'no' }
): Promise<Learner> {
  const learner = await makePassedLearner(db);
  const answers = {
    bias: COMMITTED.bias,
    commitments: {
      ...COMMITTED.commitments,
      options: ['ask-assay'],
      ownWords: ['Call the laboratory first']
    },
    'follow-up': { type: 'consent' as const, option: consent }
  };
  const submitted = await submitEvaluation(db, { ...learner, answers, now: NOON });
  if (!submitted.ok) throw new Error(`The evaluation was refused: ${submitted.problem}`);
  return learner;
}

/** The messages to a person. */
export function messagesTo(db: Executor, { personId }: Learner) {
  return db.select().from(outboxMessages).where(eq(outboxMessages.personId, personId));
}

/** Sends what is due 60 days on; the tokens of the letter's links. */
export async function sendLetter(db: Executor, learner: Learner, origin = 'https://cme.example.org') {
  await sendDueFollowUps(db, { origin, now: daysOn(60) });
  const [message] = await messagesTo(db, learner);
  const tokenAfter = (path: string) => message?.body.split(path)[1]?.split(/\s/)[0] ?? '';
  return { message, token: tokenAfter('/follow-up/'), stopToken: tokenAfter('/unsubscribe/') };
}
