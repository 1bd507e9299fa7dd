import type { Executor } from '../db/index.ts';
import { hashSessionId } from '../identity/lucia.ts';
import { readSessionRow } from '../identity/session.ts';
import type { SignedInPerson } from '../identity/signed-in-person.ts';
import type { Place } from './form-queries.ts';
import type { OwnPlaceRow } from './own-place-queries.ts';
import { selectOptionalSentPlace } from './sent-place-queries.ts';

/** Who sends a response, and the place of their own attempt as it is now. */
export type Sender = { person: SignedInPerson; place: OwnPlaceRow };

/**
 * Whose session a response comes in, with the place that it is sent to: one statement for all who send at this moment. Null
 * where the session has ended or this visit is to be noted, or where that person has no such place. `db` is that of the
 * program.
 */
export async function findSender(
  db: Executor,
  { sessionId, now, ...place }: Place & { sessionId: string; now: Date }
): Promise<Sender | null> {
  const sessionHash = Buffer.from(hashSessionId(sessionId)).toString('hex');
  const row = await selectOptionalSentPlace(db, { ...place, sessionHash });
  const person = row && readSessionRow(row.session, now);
  return person && { person, place: row };
}
