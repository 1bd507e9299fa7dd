import { findSender } from '#lib/server/attempt/find-sender.ts';
import { submitResponse } from '#lib/server/attempt/submit-response.ts';
import type { Database } from '#lib/server/db/index.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { meters } from '#lib/server/watch/meters.ts';
import { placeAfter } from '../attempts/[id]/[position]/place-after.ts';
import { readSending } from '../attempts/[id]/[position]/question-post.ts';
import type { AskedResponse } from './asked-response.ts';

/** A response that was taken: whose, and where that leads. */
type Taken = { person: SignedInPerson; location: string };

type Server = { database: Pick<Database, 'db' | 'forPerson' | 'replica'> };

const isStaff = ({ roles }: SignedInPerson) => roles.some((role) => role !== 'clinician');

/**
 * Takes a response as the action of its page does, for the person whose session it comes in. Null: it was not taken, and the
 * framework is to say why.
 */
export async function takeResponse(
  { database }: Server,
  { asked, fields }: { asked: AskedResponse; fields: URLSearchParams }
): Promise<Taken | null> {
  const sending = readSending(fields);
  if (sending === null) return null;
  const { attemptId, position, sessionId, from } = asked;
  const now = new Date();
  const sender = await findSender(database.db, { sessionId, attemptId, position, now });
  // What staff wrote is remembered for their reports, which the hook sees to.
  if (sender === null || (database.replica !== null && isStaff(sender.person))) return null;
  const { person, place } = sender;
  const input = { attemptId, position, personId: person.id, fields, ...sending, now };
  const submitted = await submitResponse(database.forPerson(person.id), input, place);
  if (!submitted.ok) return null;
  if (submitted.value.outcome === 'stored') meters().responses.inc();
  return { person, location: placeAfter(from, { ...asked, ...submitted.value }) };
}
