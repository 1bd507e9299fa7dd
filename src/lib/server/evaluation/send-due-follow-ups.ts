import { randomBytes, randomInt } from 'node:crypto';
import { commitmentsOf } from '#lib/domain/evaluation/commitments-of.ts';
import { followUpLetter } from '#lib/domain/evaluation/follow-up-letter.ts';
import { isFollowUpOver } from '#lib/domain/evaluation/follow-up-plan.ts';
import { readActivityVersion } from '../activity/read-activity.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertMessage, selectOptionalAddress, selectOptionalPreference } from '../identity/mail-queries.ts';
import { selectOptionalProfile } from '../identity/profile-queries.ts';
import { drawFollowUpItems } from './draw-follow-up-items.ts';
import {
  cancelPlanned,
  insertFollowUpItems,
  lockDueFollowUp,
  updateSent,
  type FollowUpRow
} from './follow-up-queries.ts';
import { hashFollowUpToken } from './follow-up-token.ts';
import { selectOptionalEvaluationForm } from './queries.ts';

/** `origin`: scheme and host of this site, which links begin with. */
type Sending = { origin: string; now: Date };

type Recipient = { address: string; unsubscribeLink: string };

/** Where a follow-up goes; null: the person wants none any more, or the account is disabled. */
async function findRecipient(tx: Executor, personId: string, origin: string): Promise<Recipient | null> {
  const preference = await selectOptionalPreference(tx, personId);
  const address = await selectOptionalAddress(tx, personId);
  if (!preference?.followUps || address === null) return null;
  return { address, unsubscribeLink: `${origin}/unsubscribe/${preference.token}` };
}

type Letter = { row: FollowUpRow; recipient: Recipient; itemCount: number; link: string };

async function composeLetter(tx: Executor, { row, recipient, itemCount, link }: Letter) {
  const { personId, days, activityVersionId, answers, submittedAt } = row;
  const form = await selectOptionalEvaluationForm(tx, activityVersionId);
  const profile = await selectOptionalProfile(tx, personId);
  return followUpLetter({
    days,
    name: profile ? `${profile.givenName} ${profile.familyName}`.trim() : '',
    activityTitle: (await readActivityVersion(tx, activityVersionId)).title,
    commitments: form ? commitmentsOf(form, answers) : [],
    itemCount,
    consentedAt: submittedAt,
    link,
    unsubscribeLink: recipient.unsubscribeLink
  });
}

async function writeLetter(tx: Executor, letter: Letter, now: Date): Promise<void> {
  const { row, recipient } = letter;
  await insertMessage(tx, {
    id: crypto.randomUUID(),
    kind: 'follow-up',
    dedupeKey: `follow-up:${row.id}`,
    personId: row.personId,
    address: recipient.address,
    ...(await composeLetter(tx, letter)),
    unsubscribeUrl: recipient.unsubscribeLink,
    createdAt: now,
    notBefore: now
  });
}

/** Puts one due follow-up into the outbox, or takes it back; false: none is due. */
function sendNext(db: Executor, { origin, now }: Sending): Promise<boolean> {
  return db.transaction(async (tx) => {
    const row = await lockDueFollowUp(tx, now);
    if (!row) return false;
    const { id, personId, activityVersionId } = row;
    const event = { at: now, actorId: null, subject: { kind: 'follow-up', id } };
    const recipient = await findRecipient(tx, personId, origin);
    if (!recipient || isFollowUpOver(row.dueAt, now)) {
      await cancelPlanned(tx, { personId, id });
      await insertAuditEvent(tx, { ...event, action: 'evaluation.take-back-follow-up' });
      return true;
    }
    const token = randomBytes(32).toString('base64url');
    const drawn = await drawFollowUpItems(tx, { activityVersionId, personId, seed: randomInt(2 ** 31) });
    await insertFollowUpItems(tx, id, drawn);
    await updateSent(tx, id, hashFollowUpToken(token));
    const link = `${origin}/follow-up/${token}`;
    await writeLetter(tx, { row, recipient, itemCount: drawn.length, link }, now);
    await insertAuditEvent(tx, { ...event, action: 'evaluation.send-follow-up' });
    return true;
  });
}

/** In one go; what is left waits for the next. */
const MOST = 500;

/** Puts every follow-up that is due into the outbox, each in a transaction of its own. Safe in several processes at once. */
export async function sendDueFollowUps(db: Executor, sending: Sending): Promise<number> {
  let handled = 0;
  while (handled < MOST && (await sendNext(db, sending))) handled += 1;
  return handled;
}
