import type { Executor } from '../db/index.ts';
import { listAuthored } from './authored-queries.ts';
import { readRelease } from './read-release.ts';

/** An activity in the list of an educator's work. */
export type AuthoredSummary = {
  activityId: string;
  slug: string;
  title: string;
  draft: string | null;
  live: string | null;
  /** When the working copy was last changed; null: never, or there is none. */
  changedAt: Date | null;
  items: number;
  /** The parts of the working copy that lack something for its release, e.g. `objectives`; empty: none, or no copy. */
  missing: string[];
};

/** Of so many working copies the list says what is missing; the release page of each says it always. */
const MOST_CHECKED = 20;

type Authored = Awaited<ReturnType<typeof listAuthored>>[number];

async function readMissing(db: Executor, authored: Authored[], now: Date): Promise<Map<string, string[]>> {
  const drafts = authored.filter(({ status }) => status === 'draft').slice(0, MOST_CHECKED);
  const missing = new Map<string, string[]>();
  for (const draft of drafts) {
    const checks = await readRelease(db, draft, now);
    const parts = checks.filter(({ state }) => state === 'missing').map(({ path }) => path.slice(1));
    missing.set(draft.versionId, [...new Set(parts.map((part) => part || 'settings'))]);
  }
  return missing;
}

/** All activities that an educator works on or could, by title: the working copy's, where there is one. */
export async function listAuthoredActivities(
  db: Executor,
  { personId, now }: { personId: string; now: Date }
): Promise<AuthoredSummary[]> {
  const authored = await listAuthored(db, personId);
  const missing = await readMissing(db, authored, now);
  const byActivity = Map.groupBy(authored, ({ activityId }) => activityId);
  const summaries = [...byActivity.values()].flatMap((versions) => {
    const draft = versions.find(({ status }) => status === 'draft');
    const live = versions.find(({ status }) => status === 'live');
    const shown = draft ?? live;
    if (!shown) return [];
    const { activityId, slug, title, items } = shown;
    const changedAt = draft?.updatedAt ?? null;
    return [
      {
        activityId,
        slug,
        title,
        items,
        changedAt,
        draft: draft?.version ?? null,
        live: live?.version ?? null,
        missing: (draft && missing.get(draft.versionId)) ?? []
      }
    ];
  });
  return summaries.toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
}
