import type { Executor } from '../db/index.ts';
import { outcomesSubject } from './compute-outcomes.ts';
import { listComputedReports } from './computed-queries.ts';
import { listOfferedVersions } from './outcome-version-queries.ts';
import { judgeComputed, type OfferedVersion } from './read-outcomes.ts';

/** An activity version with its outcome in a sentence; null until it was computed once. */
export type ListedOutcomes = OfferedVersion & { headline: string | null; computedAt: Date | null };

/** Every activity version that learners could take, those of one activity together, the newest first. */
export async function listOutcomes(db: Executor): Promise<ListedOutcomes[]> {
  const versions = await listOfferedVersions(db);
  const kept = await listComputedReports(
    db,
    versions.map(({ id }) => outcomesSubject(id))
  );
  return versions.map((version) => {
    const own = kept.find(({ subject }) => subject === outcomesSubject(version.id));
    const computed = own === undefined ? null : judgeComputed(version, own);
    return { ...version, headline: computed?.headline ?? null, computedAt: computed?.computedAt ?? null };
  });
}
