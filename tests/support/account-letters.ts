import { eq } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';
import { outboxMessages } from '#lib/server/db/schema/identity-mail.ts';

/** The letters to a person, in no order. */
export function lettersTo(db: Executor, personId: string) {
  const { kind, address, subject, body, cancelledAt } = outboxMessages;
  return db
    .select({ kind, address, subject, body, cancelledAt })
    .from(outboxMessages)
    .where(eq(outboxMessages.personId, personId));
}

/** The tokens of the letters of a kind; of those that were taken back, too, where that is asked for. */
export async function tokensTo(
  db: Executor,
  personId: string,
  { kind, takenBack = false }: { kind: string; takenBack?: boolean }
): Promise<string[]> {
  const letters = await lettersTo(db, personId);
  const sought = letters.filter(
    (letter) => letter.kind === kind && (takenBack || letter.cancelledAt === null)
  );
  return sought.map(({ body }) => /\/(?:confirm-email|reset-password)\/([\w-]{43})/.exec(body)?.[1] ?? '');
}
