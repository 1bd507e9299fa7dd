import type { Executor } from '../db/index.ts';
import { listAuthored } from './authored-queries.ts';
import { readAttestationState, type AttestationState } from './read-accreditation.ts';

/** An activity with where its working copy and its live version stand. */
export type AccreditationEntry = {
  activityId: string;
  title: string;
  draft: { version: string; state: AttestationState['kind'] } | null;
  live: { version: string; state: AttestationState['kind'] } | null;
};

type Authored = Awaited<ReturnType<typeof listAuthored>>;

async function stateOf(db: Executor, versions: Authored, status: string) {
  const found = versions.find((version) => version.status === status);
  if (!found) return null;
  return { version: found.version, state: (await readAttestationState(db, found.versionId)).kind };
}

/** All activities for the admin of accreditation, by title. */
export async function listAccreditation(db: Executor): Promise<AccreditationEntry[]> {
  const byActivity = Map.groupBy(await listAuthored(db, null), ({ activityId }) => activityId);
  const entries: AccreditationEntry[] = [];
  for (const [activityId, versions] of byActivity) {
    const [draft, live] = [await stateOf(db, versions, 'draft'), await stateOf(db, versions, 'live')];
    entries.push({ activityId, title: versions[0]?.title ?? '', draft, live });
  }
  return entries.toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
}
