import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { releaseFaults } from '#lib/server/activity/release-faults.ts';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { startDraft } from '#lib/server/activity/start-draft.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activities } from '#lib/server/db/schema/activity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const now = new Date();

/** Each leaves a draft in a state that may not go live, in one statement, and what the database says of it. */
const UNFIT: [string, (versionId: string) => ReturnType<typeof sql>, RegExp][] = [
  [
    'an assessment that tells its keys',
    (id) => sql`update assessments set feedback = 'after-each-item'
      where activity_version_id = ${id} and kind = 'assessment'`,
    /tells the keys/
  ],
  [
    'an assessment without a pass mark',
    (id) => sql`update assessments set passing_percent = null
      where activity_version_id = ${id} and kind = 'assessment'`,
    /no assessment that has to be passed/
  ],
  [
    'a declaration of tomorrow',
    (id) =>
      sql`update faculty_disclosures set declared_on = current_date + 1 where activity_version_id = ${id}`,
    /still to come/
  ],
  [
    'a declaration of three years ago',
    (id) =>
      sql`update faculty_disclosures set declared_on = current_date - 1100 where activity_version_id = ${id}`,
    /older than 24 months/
  ],
  [
    'a mitigation of tomorrow',
    (
      id
    ) => sql`insert into financial_relationships select ${id}, position, 1, 'Example Pharma', '', false, true, 'Review',
      current_date + 1, 'consultant' from faculty_disclosures where activity_version_id = ${id}`,
    /mitigation of a day that is still to come/
  ],
  [
    'a relationship without its kind',
    (
      id
    ) => sql`insert into financial_relationships select ${id}, position, 1, 'Example Pharma', 'CEO', false, false, '',
      null, null from faculty_disclosures where activity_version_id = ${id}`,
    /without its kind/
  ],
  [
    'an employee without an exception',
    (
      id
    ) => sql`insert into financial_relationships select ${id}, position, 1, 'Example Pharma', '', false, false, '',
      null, 'employee' from faculty_disclosures where activity_version_id = ${id}`,
    /owner or employee/
  ]
];

/** A working copy of the sample in which its editor has declared. */
async function openDeclaredDraft(db: Executor): Promise<{ activityId: string; versionId: string }> {
  const [activity] = await db.select({ id: activities.id }).from(activities);
  const activityId = activity?.id ?? '';
  const actorId = (await makePerson(db, { roles: ['educator'] })).id;
  await startDraft(db, { activityId, actorId, now });
  const versionId = (await findAuthoredActivity(db, activityId))?.draft?.versionId ?? '';
  await db.execute(sql`insert into faculty_disclosures
      (activity_version_id, position, name, role, relationships, person_id, declared_on)
    values (${versionId}, 1, 'Ana', 'Planner', '', ${actorId}, current_date)`);
  return { activityId, versionId };
}

/** Releases the draft past the application, as it stands after this statement; nothing of it stays. */
function releaseBluntly(
  db: Executor,
  { activityId, versionId }: { activityId: string; versionId: string },
  spoil: ReturnType<typeof sql> | null
): Promise<void> {
  return db.transaction(async (tx) => {
    if (spoil) await tx.execute(spoil);
    await tx.execute(
      sql`update activity_versions set status = 'retired' where activity_id = ${activityId} and status = 'live'`
    );
    await tx.execute(
      sql`update activity_versions set status = 'live', published_at = now() where id = ${versionId}`
    );
  });
}

describeOnEachDatabase('the database, when the application is bypassed', (on) => {
  it('refuses to release a version that is not whole, and says why', async () => {
    const { db } = on.database;
    const open = await openDeclaredDraft(db);
    for (const [what, spoil, why] of UNFIT) {
      expect(await refusedByDatabase(releaseBluntly(db, open, spoil(open.versionId))), what).toMatch(why);
    }
    const [, spoil] = UNFIT[0] ?? [];
    const error: unknown = await releaseBluntly(db, open, spoil?.(open.versionId) ?? null).catch(
      (thrown: unknown) => thrown
    );
    expect(releaseFaults(error)).toEqual(['It has a form that tells the keys of the assessment.']);
    expect(releaseFaults(new Error('Something else'))).toBeNull();
    await releaseBluntly(db, open, null);
    expect((await findAuthoredActivity(db, open.activityId))?.live?.versionId).toBe(open.versionId);
  });
});
