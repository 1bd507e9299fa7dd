import type { Executor } from '../db/index.ts';
import { listAuthored } from './authored-queries.ts';

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
};

/** All activities for their authors, by title: the working copy's, where there is one. */
export async function listAuthoredActivities(db: Executor): Promise<AuthoredSummary[]> {
  const byActivity = Map.groupBy(await listAuthored(db), ({ activityId }) => activityId);
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
        live: live?.version ?? null
      }
    ];
  });
  return summaries.toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
}
