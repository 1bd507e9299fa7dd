import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readLibraryFilter } from '#lib/domain/reference/library-filter.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { readReferenceList } from '#lib/server/activity/read-reference-list.ts';
import { changeReferenceList } from '#lib/server/activity/change-reference-list.ts';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { readAuthoredReferences } from '#lib/server/activity/read-authored-references.ts';
import { readRelease } from '#lib/server/activity/read-release.ts';
import { startDraft } from '#lib/server/activity/start-draft.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activities } from '#lib/server/db/schema/activity.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { changeReferenceStatus } from '#lib/server/reference/change-reference-status.ts';
import { judgeReference } from '#lib/server/reference/judge-reference.ts';
import { readLibrary } from '#lib/server/reference/read-library.ts';
import { readReferencePage } from '#lib/server/reference/read-reference-page.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';

const now = new Date('2026-12-01T08:00:00Z');
const SLUG = 'resistance-to-immunotherapy';

async function idOf(db: Executor, key: string): Promise<string> {
  const [row] = await db
    .select({ id: references.id })
    .from(references)
    .where(eq(references.citationKey, key));
  return row?.id ?? '';
}

const find = async (db: Executor, query: string) => {
  const filter = readLibraryFilter(new URLSearchParams(query));
  const found = await readLibrary(db, { filter, page: 1, now });
  return found.rows.map(({ citationKey }) => citationKey);
};

describeOnEachDatabase('the reference library', (on) => {
  it.each([
    ['', 11],
    ['q=mellman', 1],
    ['q=SHARMA 2017', 1],
    ['q=10.1038/nature21349', 1],
    ['q=nothing has this', 0],
    ['status=retracted', 0],
    ['uncited=yes', 0],
    ['due=yes', 0]
  ])('finds by %j', async (query, total) => {
    expect(await find(on.database.db, query)).toHaveLength(total);
  });

  it('keeps who said how a reference stands, why, and where it is used', async () => {
    const { db } = on.database;
    const { id: actorId } = await makePerson(db, { roles: ['educator'] });
    const referenceId = await idOf(db, 'chen2017');
    await changeReferenceStatus(db, {
      referenceId,
      status: 'corrected',
      note: 'Figure 2 was replaced.',
      actorId,
      now
    });
    await judgeReference(db, {
      referenceId,
      evidenceLevel: 'narrative-review',
      reviewDueOn: '2026-01-01',
      actorId,
      now
    });
    const page = await readReferencePage(db, { referenceId, personId: actorId });
    expect(page).toMatchObject({
      status: 'corrected',
      statusNote: 'Figure 2 was replaced.',
      statusChangedBy: 'Ana Müller'
    });
    expect(page?.items.length).toBeGreaterThan(0);
    expect(page?.sections.length).toBeGreaterThan(0);
    expect(await find(db, 'due=yes')).toEqual(['chen2017']);
    expect(await find(db, 'evidence=narrative-review&status=corrected')).toEqual(['chen2017']);
  });

  it('leaves the list of a published version as it was; its readers see that a reference was retracted', async () => {
    const { db } = on.database;
    const { id: actorId } = await makePerson(db, { roles: ['educator'] });
    const activity = await readActivity(db, SLUG);
    const listOf = async () => (activity ? readReferenceList(db, activity.activityVersionId) : []);
    const before = await listOf();
    const referenceId = await idOf(db, 'sharma2017');
    const [row] = await db
      .select({ csl: references.csl })
      .from(references)
      .where(eq(references.id, referenceId));
    await db
      .update(references)
      .set({ csl: { ...row?.csl, id: 'sharma2017', type: 'article-journal', title: 'Another title' } })
      .where(eq(references.id, referenceId));
    await changeReferenceStatus(db, {
      referenceId,
      status: 'retracted',
      note: 'Journal, 2026.',
      actorId,
      now
    });
    const after = await listOf();
    const entry = after.find(({ citationKey }) => citationKey === 'sharma2017');
    expect(entry?.csl).toEqual(before.find(({ citationKey }) => citationKey === 'sharma2017')?.csl);
    expect(entry?.status).toBe('retracted');
  });

  it('keeps a cited reference on the list of an activity; a retracted one blocks the release', async () => {
    const { db } = on.database;
    const { id: actorId } = await makePerson(db, { roles: ['educator'] });
    const [activity] = await db.select({ id: activities.id }).from(activities);
    await startDraft(db, { activityId: activity?.id ?? '', actorId, now });
    const found = await findAuthoredActivity(db, activity?.id ?? '');
    const activityVersionId = found?.draft?.versionId ?? '';
    const lessonId = found?.draft?.lessonId ?? '';
    const id = await idOf(db, 'sharma2017');
    const change = (value: Parameters<typeof changeReferenceList>[1]['change']) =>
      changeReferenceList(db, { activityVersionId, change: value, actorId, now });
    expect(await change({ kind: 'remove', id })).toEqual({ ok: false, problem: 'is-cited' });
    expect(await change({ kind: 'add', citationKey: 'sharma2017' })).toEqual({
      ok: false,
      problem: 'listed-already'
    });
    expect(await change({ kind: 'add', citationKey: 'nobody1999' })).toEqual({
      ok: false,
      problem: 'not-in-library'
    });
    expect((await change({ kind: 'up', id })).ok).toBe(true);
    const { listed } = await readAuthoredReferences(db, { activityVersionId, search: '' });
    expect(listed.map(({ number }) => number)).toEqual(listed.map((_, index) => index + 1));
    const checks = await readRelease(db, { versionId: activityVersionId, lessonId }, now);
    const retracted = checks.filter(
      ({ state, details }) => state === 'missing' && /retracted/.test(details.join())
    );
    expect(retracted.map(({ path }) => path).toSorted()).toEqual(['/items', '/references']);
  });
});
