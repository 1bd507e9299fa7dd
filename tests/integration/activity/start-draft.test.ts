import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { listActivityBanks } from '#lib/server/activity/list-activity-banks.ts';
import { startDraft } from '#lib/server/activity/start-draft.ts';
import { touchDraft } from '#lib/server/activity/touch-draft.ts';
import { activities, activityVersions } from '#lib/server/db/schema/activity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';

const now = new Date('2026-12-01T08:00:00Z');

async function sampleWithAuthor(db: Executor) {
  const [activity] = await db.select({ id: activities.id }).from(activities);
  const { id: actorId } = await makePerson(db, { roles: ['educator'] });
  return { activityId: activity?.id ?? '', actorId, now };
}

/** All that hangs on a version, without the ids of its own rows. */
async function contentOf(db: Executor, versionId: string) {
  return db.execute(sql`select
    (select jsonb_agg(to_jsonb(o) - 'activity_version_id' order by position) from activity_version_objectives o
      where activity_version_id = ${versionId}) as objectives,
    (select jsonb_agg(jsonb_build_array(reference_id, number) order by number) from activity_version_references
      where activity_version_id = ${versionId}) as list,
    (select jsonb_agg(to_jsonb(a) - 'id' - 'activity_version_id' order by kind) from assessments a
      where activity_version_id = ${versionId}) as assessments,
    (select jsonb_agg(jsonb_build_array(a.kind, c.objective_id, c.difficulty, c.count) order by a.kind, c.objective_id)
      from assessments a join blueprint_cells c on c.assessment_id = a.id where a.activity_version_id = ${versionId}) as cells,
    (select jsonb_agg(jsonb_build_array(a.kind, f.item_id) order by a.kind, f.item_id)
      from assessments a join assessment_fixed_items f on f.assessment_id = a.id
      where a.activity_version_id = ${versionId}) as fixed,
    (select form from evaluation_forms where activity_version_id = ${versionId}) as form,
    (select jsonb_agg(jsonb_build_array(s.slug, s.position, s.title, s.minutes, s.markdown,
        (select count(*) from lesson_citations c where c.section_id = s.id),
        (select jsonb_agg(f.svg order by f.figure_id) from lesson_figures f where f.section_id = s.id),
        (select count(*) from lesson_section_objectives o where o.section_id = s.id)) order by s.position)
      from activity_versions v join lesson_sections s on s.lesson_id = v.lesson_id where v.id = ${versionId}) as sections`);
}

describeOnEachDatabase('the working copy of an activity', (on) => {
  it('is one, however many start it at once', async () => {
    const { db } = on.database;
    const author = await sampleWithAuthor(db);
    const started = await Promise.all(Array.from({ length: 5 }, () => startDraft(db, author)));
    expect(started.filter((one) => one.ok && one.value.isNew)).toHaveLength(1);
    const versions = await db.select({ status: activityVersions.status }).from(activityVersions);
    expect(versions.filter(({ status }) => status === 'draft')).toHaveLength(1);
  });

  it('holds every part of the live version, under the next label, and leaves that one as it is', async () => {
    const { db } = on.database;
    const author = await sampleWithAuthor(db);
    const before = await findAuthoredActivity(db, author.activityId);
    const liveId = before?.live?.versionId ?? '';
    const live = await contentOf(db, liveId);
    await startDraft(db, author);
    const found = await findAuthoredActivity(db, author.activityId);
    expect(found).toMatchObject({
      draft: { version: '0.2.0' },
      live: { version: '0.1.0', versionId: liveId }
    });
    expect(found?.draft?.lessonId).not.toBe(found?.live?.lessonId);
    expect(await contentOf(db, found?.draft?.versionId ?? '')).toEqual(live);
    expect(await contentOf(db, liveId)).toEqual(live);
    expect(JSON.stringify(live)).toContain('cancer-immune');
    expect(await listActivityBanks(db, found?.draft?.versionId ?? '')).toMatchObject([
      { code: 'resistance-to-immunotherapy/assessment' },
      { code: 'resistance-to-immunotherapy/practice' }
    ]);
  });

  it('raises its revision with each change; a published version takes none', async () => {
    const { db } = on.database;
    const author = await sampleWithAuthor(db);
    const { actorId } = author;
    await startDraft(db, author);
    const found = await findAuthoredActivity(db, author.activityId);
    const touch = (activityVersionId = '') => touchDraft(db, { activityVersionId, actorId, now });
    const before = found?.draft?.revision ?? 0;
    expect(await touch(found?.draft?.versionId)).toBe(before + 1);
    expect(await touch(found?.draft?.versionId)).toBe(before + 2);
    expect(await touch(found?.live?.versionId)).toBeNull();
  });

  it('is not found for an activity that does not exist', async () => {
    const { db } = on.database;
    const { actorId } = await sampleWithAuthor(db);
    expect(await findAuthoredActivity(db, 'x')).toBeNull();
    const input = { activityId: crypto.randomUUID(), actorId, now };
    expect(await startDraft(db, input)).toEqual({ ok: false, problem: 'no-such-activity' });
  });
});
