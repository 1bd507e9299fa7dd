import type { Executor } from '../db/index.ts';
import { listAuthored } from './authored-queries.ts';
import { readDisclosures, type DisclosureView } from './read-disclosures.ts';

/** Each version asks for its people by itself, so a page holds few. */
const VERSIONS_A_PAGE = 10;

/** A version that is worked on or live, with everyone in control of it. */
export type DisclosedVersion = {
  activityId: string;
  versionId: string;
  title: string;
  version: string;
  isLive: boolean;
  people: DisclosureView[];
};

type Which = { today: string; page: number };

/** Who controls the content of all activities, and what they declared; a page at a time, by title, live versions first. */
export async function listDisclosures(
  db: Executor,
  { today, page }: Which
): Promise<{ versions: DisclosedVersion[]; pages: number }> {
  const all = (await listAuthored(db, null))
    .map((row) => ({ ...row, isLive: row.status === 'live' }))
    .toSorted(
      (one, other) =>
        one.title.localeCompare(other.title, 'en') ||
        one.activityId.localeCompare(other.activityId) ||
        Number(other.isLive) - Number(one.isLive)
    );
  const versions: DisclosedVersion[] = [];
  for (const row of all.slice((page - 1) * VERSIONS_A_PAGE, page * VERSIONS_A_PAGE)) {
    const { activityId, versionId, title, version, isLive } = row;
    const inControl = await readDisclosures(db, { versionId, today });
    // Whoever works on the next version is no part of the live one.
    const people = isLive ? inControl.filter(({ position }) => position !== null) : inControl;
    versions.push({ activityId, versionId, title, version, isLive, people });
  }
  return { versions, pages: Math.max(1, Math.ceil(all.length / VERSIONS_A_PAGE)) };
}
