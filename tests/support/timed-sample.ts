import { sql } from 'drizzle-orm';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { startDraft } from '#lib/server/activity/start-draft.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { NOON, SAMPLE } from './learner.ts';
import { makePerson } from './people.ts';

/**
 * Offers a version of the sample that has a limit of 40 minutes, without the way that a release takes. A new version: what
 * is published never changes, and is kept by its id.
 */
export async function timeSample(db: Executor): Promise<void> {
  const activity = await readActivity(db, SAMPLE);
  const { id: actorId } = await makePerson(db, { roles: ['educator'] });
  const draft = await startDraft(db, { activityId: activity?.activityId ?? '', actorId, now: NOON });
  if (!draft.ok) throw new Error(draft.problem);
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql`update activity_versions set status = 'retired' where status = 'live'`);
    await tx.execute(sql`update activity_versions
      set status = 'live', published_at = ${NOON.toISOString()}, time_limit_minutes = 40
      where id = ${draft.value.versionId}`);
  });
}
