import { createHash } from 'node:crypto';
import type { KnownPlace } from '#lib/domain/identity/sign-in-throttle.ts';
import type { Visit } from '#lib/domain/identity/visit.ts';
import type { Executor } from '../db/index.ts';
import { deleteKnownPlacesBefore, listKnownPlaces, upsertKnownPlaces } from './known-place-queries.ts';

/** A place is known for so long after the last sign-in there. */
const KNOWN_FOR = 180 * 24 * 60 * 60 * 1000;

const hash = (words: string): Uint8Array => createHash('sha256').update(words).digest();

/** `owner`: a person, or for an unknown address the address, so that one takes as long as the other. */
function subjectsOf(owner: string, { network, browserToken }: Visit) {
  const isNetwork = network !== '' && network !== 'unknown';
  return {
    network: isNetwork ? hash(`known network ${owner} ${network}`) : null,
    browser: browserToken === null ? null : hash(`known browser ${owner} ${browserToken}`)
  };
}

const present = (subjects: (Uint8Array | null)[]) => subjects.filter((subject) => subject !== null);

/** Whether the owner signed in from this network, or in this browser, within the last 180 days. */
export async function readKnownPlace(
  db: Executor,
  { owner, visit, now }: { owner: string; visit: Visit; now: Date }
): Promise<KnownPlace> {
  const { network, browser } = subjectsOf(owner, visit);
  const since = new Date(now.getTime() - KNOWN_FOR);
  const found = await listKnownPlaces(db, { subjects: present([network, browser]), since });
  const isKnown = (subject: Uint8Array | null) =>
    subject !== null && found.some((each) => Buffer.compare(each, subject) === 0);
  return { network: isKnown(network), browser: isKnown(browser) };
}

/** Remembers from where somebody has just proved who they are, and forgets what is too long ago. */
export async function rememberPlace(
  tx: Executor,
  { personId, visit, now }: { personId: string; visit: Visit; now: Date }
): Promise<void> {
  const { network, browser } = subjectsOf(personId, visit);
  const subjects = present([network, browser]);
  if (subjects.length === 0) return;
  await deleteKnownPlacesBefore(tx, new Date(now.getTime() - KNOWN_FOR));
  await upsertKnownPlaces(tx, { subjects, now });
}
