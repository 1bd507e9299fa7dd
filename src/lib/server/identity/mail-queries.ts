import { and, asc, desc, eq, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import { randomBytes } from 'node:crypto';
import type { MessageState } from '#lib/domain/identity/message-state.ts';
import { MOST_TRIES } from '#lib/domain/identity/message-state.ts';
import type { Executor } from '../db/index.ts';
import { people } from '../db/schema/identity.ts';
import { mailPreferences, outboxMessages } from '../db/schema/identity-mail.ts';

/** Keeps whether a person wants the letters that can be refused; their token is made once. Returns it. */
export async function upsertMailPreference(
  tx: Executor,
  { personId, followUps, now }: { personId: string; followUps: boolean; now: Date }
): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const [row] = await tx
    .insert(mailPreferences)
    .values({ personId, followUps, token, changedAt: now })
    .onConflictDoUpdate({ target: mailPreferences.personId, set: { followUps, changedAt: now } })
    .returning({ token: mailPreferences.token });
  if (!row) throw new Error(`The preferences of person ${personId} were not kept`);
  return row.token;
}

/** What a person wants, with the token of their letters; null: nothing was said yet. */
export async function selectOptionalPreference(db: Executor, personId: string) {
  const [row] = await db
    .select({ followUps: mailPreferences.followUps, token: mailPreferences.token })
    .from(mailPreferences)
    .where(eq(mailPreferences.personId, personId));
  return row ?? null;
}

/** Whose letters carry this token, or null. */
export async function selectOptionalSubscriber(db: Executor, token: string) {
  const [row] = await db
    .select({ personId: mailPreferences.personId, followUps: mailPreferences.followUps })
    .from(mailPreferences)
    .where(eq(mailPreferences.token, token));
  return row ?? null;
}

/** Where to write to a person, or null where the account is disabled. */
export async function selectOptionalAddress(db: Executor, personId: string): Promise<string | null> {
  const [row] = await db
    .select({ email: people.email })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.disabledAt)));
  return row?.email ?? null;
}

/** Writes a message; one with the same key was written before, and stays. */
export async function insertMessage(
  tx: Executor,
  message: Omit<typeof outboxMessages.$inferInsert, 'tries' | 'lastError' | 'sentAt' | 'cancelledAt'>
): Promise<void> {
  await tx.insert(outboxMessages).values(message).onConflictDoNothing({ target: outboxMessages.dedupeKey });
}

type MessageToAccount = {
  kind: string;
  personId: string;
  address: string;
  subject: string;
  body: string;
  now: Date;
};

/** Writes a message to who has an enabled account; where there is none, the same statement writes nothing. */
export async function insertMessageToAccount(tx: Executor, message: MessageToAccount): Promise<void> {
  const { kind, personId, address, subject, body } = message;
  const [id, at] = [crypto.randomUUID(), message.now.toISOString()];
  await tx.execute(sql`insert into outbox_messages
      (id, kind, dedupe_key, person_id, address, subject, body, created_at, not_before)
    select ${id}::uuid, ${kind}, ${`${kind}:${id}`}, p.id, ${address}, ${subject}, ${body},
      ${at}::timestamptz, ${at}::timestamptz
    from people p where p.id = ${personId} and p.disabled_at is null`);
}

const isWaiting = and(isNull(outboxMessages.sentAt), isNull(outboxMessages.cancelledAt));

/**
 * Takes the next message that is due, for as long as `leaseUntil`: until then nobody else tries it. Null: none is due.
 */
export async function takeDueMessage(db: Executor, { now, leaseUntil }: { now: Date; leaseUntil: Date }) {
  const due = db
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .where(and(isWaiting, lte(outboxMessages.notBefore, now), lt(outboxMessages.tries, MOST_TRIES)))
    .orderBy(asc(outboxMessages.notBefore))
    .limit(1)
    .for('update', { skipLocked: true });
  const [row] = await db
    .update(outboxMessages)
    .set({ notBefore: leaseUntil, tries: sql`${outboxMessages.tries} + 1` })
    .where(eq(outboxMessages.id, due))
    .returning({
      id: outboxMessages.id,
      kind: outboxMessages.kind,
      address: outboxMessages.address,
      subject: outboxMessages.subject,
      body: outboxMessages.body,
      unsubscribeUrl: outboxMessages.unsubscribeUrl,
      createdAt: outboxMessages.createdAt,
      tries: outboxMessages.tries
    });
  return row ?? null;
}

/** Records that the mail server took a message, and keeps of its text what is given. */
export async function updateMessageSent(
  db: Executor,
  id: string,
  { body, now }: { body: string; now: Date }
): Promise<void> {
  const sent = { body, sentAt: now, lastError: null };
  await db.update(outboxMessages).set(sent).where(eq(outboxMessages.id, id));
}

/** Records why a message was not taken, and when to try again. */
export async function updateMessageFailed(
  db: Executor,
  id: string,
  { error, notBefore }: { error: string; notBefore: Date }
): Promise<void> {
  await db.update(outboxMessages).set({ lastError: error, notBefore }).where(eq(outboxMessages.id, id));
}

/** Takes back messages of a kind that a person does not want any more. */
export async function cancelMessages(
  tx: Executor,
  { personId, kind, now }: { personId: string; kind: string; now: Date }
): Promise<void> {
  const mine = and(eq(outboxMessages.personId, personId), eq(outboxMessages.kind, kind), isWaiting);
  await tx.update(outboxMessages).set({ cancelledAt: now }).where(mine);
}

/** Lets a message that waits be tried at once; false where it does not wait. */
export async function updateMessageDue(tx: Executor, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(outboxMessages)
    .set({ notBefore: now, tries: 0, lastError: null })
    .where(and(eq(outboxMessages.id, id), isWaiting))
    .returning({ id: outboxMessages.id });
  return rows.length > 0;
}

/** Takes back a message that waits; false where it does not. */
export async function updateMessageCancelled(tx: Executor, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(outboxMessages)
    .set({ cancelledAt: now })
    .where(and(eq(outboxMessages.id, id), isWaiting))
    .returning({ id: outboxMessages.id });
  return rows.length > 0;
}

const STATES = {
  waiting: and(isWaiting, lt(outboxMessages.tries, MOST_TRIES)),
  failed: and(isWaiting, sql`${outboxMessages.tries} >= ${MOST_TRIES}`),
  sent: isNotNull(outboxMessages.sentAt),
  cancelled: isNotNull(outboxMessages.cancelledAt)
} satisfies Record<MessageState, unknown>;

/** Messages in one state, the newest first, `limit` at most, older than the one that the last page ended with. */
export function listMessages(
  db: Executor,
  { state, before, limit }: { state: MessageState; before: Date | null; limit: number }
) {
  return db
    .select({
      id: outboxMessages.id,
      kind: outboxMessages.kind,
      address: outboxMessages.address,
      subject: outboxMessages.subject,
      body: outboxMessages.body,
      createdAt: outboxMessages.createdAt,
      notBefore: outboxMessages.notBefore,
      tries: outboxMessages.tries,
      lastError: outboxMessages.lastError,
      sentAt: outboxMessages.sentAt
    })
    .from(outboxMessages)
    .where(and(STATES[state], before === null ? undefined : lt(outboxMessages.createdAt, before)))
    .orderBy(desc(outboxMessages.createdAt), desc(outboxMessages.id))
    .limit(limit);
}
