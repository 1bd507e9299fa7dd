import type { Executor } from '../db/index.ts';
import { hashSessionId } from './lucia.ts';
import { selectOptionalSession } from './session-queries.ts';
import { readSessionRow } from './session.ts';
import type { SignedInPerson } from './signed-in-person.ts';

/** Whose session it is, where this visit has nothing to write; null: `findSession` is to say. */
export async function peekSession(
  db: Executor,
  { sessionId, now }: { sessionId: string; now: Date }
): Promise<SignedInPerson | null> {
  const row = await selectOptionalSession(db, hashSessionId(sessionId));
  return row && readSessionRow(row, now);
}
