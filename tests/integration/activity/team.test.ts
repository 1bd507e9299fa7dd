import { asc, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { hasTeam, type TeamActor, type TeamPart } from '#lib/domain/activity/team.ts';
import { addToTeam, dissolveTeam, removeFromTeam } from '#lib/server/activity/change-team.ts';
import { listAuthoredActivities } from '#lib/server/activity/list-authored-activities.ts';
import { listSectionsInDoubt } from '#lib/server/activity/list-sections-in-doubt.ts';
import { findReviewReach, mayReach } from '#lib/server/activity/may-reach.ts';
import { readItemSurroundings } from '#lib/server/activity/read-item-surroundings.ts';
import { readTeam } from '#lib/server/activity/read-team.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activities } from '#lib/server/db/schema/activity.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { items } from '#lib/server/db/schema/question-bank.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { importPackage } from '#lib/server/interchange/import-package.ts';
import { previewBulkChange } from '#lib/server/question-bank/preview-bulk-change.ts';
import { readReviewQueue } from '#lib/server/question-bank/read-review-queue.ts';
import { readReferencePage } from '#lib/server/reference/read-reference-page.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { AT, makeEducator, startReview } from '../../support/review-steps.ts';
import { sampleFiles } from '../../support/sample-files.ts';

const educator = (personId: string): TeamActor => ({ personId, isEducator: true, isAdmin: false });

/** The sample activity and one of its items in review, whose author, a stranger and a reviewer look at it. */
async function prepare(db: Executor) {
  const [activity] = await db.select({ id: activities.id }).from(activities);
  const { itemId, versionId, authorId } = await startReview(db, 'P01');
  const [item] = await db.select({ bankId: items.bankId }).from(items).where(eq(items.id, itemId));
  await db.update(references).set({ status: 'retracted' }).where(eq(references.citationKey, 'sharma2017'));
  return {
    ...{ activityId: activity?.id ?? '', itemId, versionId, author: authorId, bankId: item?.bankId ?? '' },
    stranger: await makeEducator(db, 'Stranger'),
    reviewer: await makeEducator(db, 'Reviewer')
  };
}

/** Whether a new version of the sample may be imported by somebody. */
async function imports(db: Executor, actorId: string): Promise<boolean> {
  const files = sampleFiles();
  files.set('activity.json', (files.get('activity.json') ?? '').replace('"0.1.0"', '"0.7.0"'));
  const manner = { as: 'draft', takesReviews: false } as const;
  return (await importPackage(db, { files, manner, actorId, now: AT, isRehearsal: true })).ok;
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

/** All that somebody sees of the sample, through every way in. */
async function reachOf(db: Executor, personId: string, it: Prepared) {
  const queue = await readReviewQueue(db, { personId, now: AT });
  const [reference] = await db
    .select({ id: references.id })
    .from(references)
    .where(eq(references.citationKey, 'sharma2017'));
  const page = await readReferencePage(db, { referenceId: reference?.id ?? '', personId });
  const around = { bankId: it.bankId, activityId: it.activityId, personId, citedKeys: [] };
  const change = { kind: 'add-tag', value: 'x' } as const;
  const some = (rows: unknown[] | undefined) => (rows ?? []).length > 0;
  return {
    activity: await mayReach(db, 'activity', { id: it.activityId, personId }),
    bank: await mayReach(db, 'bank', { id: it.bankId, personId }),
    item: await mayReach(db, 'item', { id: it.itemId, personId }),
    review: await findReviewReach(db, { id: it.versionId, personId }),
    listed: some(await listAuthoredActivities(db, { personId, now: AT })),
    queued: some(Object.values(queue.groups).flat()),
    itemsInDoubt: some(queue.itemsInDoubt),
    sectionsInDoubt: some(await listSectionsInDoubt(db, { personId, now: AT })),
    usesOfReference: [some(page?.items), some(page?.sections)],
    surroundings: some((await readItemSurroundings(db, around)).objectives),
    bulk: some(await previewBulkChange(db, { itemIds: [it.itemId], change, actorId: personId }))
  };
}

const all = {
  ...{ activity: true, bank: true, item: true, review: 'author', listed: true, queued: true },
  ...{ itemsInDoubt: true, sectionsInDoubt: true, usesOfReference: [true, true], surroundings: true },
  bulk: true
};

const nothing = {
  ...{ activity: false, bank: false, item: false, review: null, listed: false, queued: false },
  ...{ itemsInDoubt: false, sectionsInDoubt: false, usesOfReference: [false, false], surroundings: false },
  bulk: false
};

describeOnEachDatabase('the team of an activity', (on) => {
  let seen: Prepared;
  const add = (actor: TeamActor, personId: string, part: TeamPart) =>
    addToTeam(on.database.db, { activityId: seen.activityId, actor, personId, part, now: AT });

  it('is not there at first: every educator reaches all of it, and a reviewer alone changes nothing', async () => {
    const { db } = on.database;
    seen = await prepare(db);
    expect(await reachOf(db, seen.stranger, seen)).toEqual(all);
    expect(await add(educator(seen.author), seen.reviewer, 'reviewer')).toEqual({ ok: true, value: null });
    expect(hasTeam((await readTeam(db, seen.activityId)).members)).toBe(false);
    expect(await reachOf(db, seen.stranger, seen)).toEqual(all);
  });

  it('shuts everybody out once it has an author, but for what waits for the review of who was asked', async () => {
    const { db } = on.database;
    expect(await add(educator(seen.author), seen.author, 'author')).toEqual({ ok: true, value: null });
    expect(await reachOf(db, seen.author, seen)).toEqual(all);
    expect(await reachOf(db, seen.stranger, seen)).toEqual(nothing);
    expect(await imports(db, seen.stranger)).toBe(false);
    expect(await imports(db, seen.author)).toBe(true);
    expect(await reachOf(db, seen.reviewer, seen)).toEqual({ ...nothing, review: 'reviewer', queued: true });
  });

  it('is changed by its authors and by admins, to educators only, and keeps its last author', async () => {
    const { db } = on.database;
    const { activityId, author, stranger, reviewer } = seen;
    const change = { activityId, now: AT };
    expect(await add(educator(stranger), stranger, 'author')).toMatchObject({ problem: 'not-open' });
    expect(await add(educator(reviewer), reviewer, 'author')).toMatchObject({ problem: 'not-open' });
    expect(await add(educator(author), crypto.randomUUID(), 'author')).toMatchObject({
      problem: 'no-educator'
    });
    expect(await add(educator(author), author, 'reviewer')).toMatchObject({ problem: 'last-author' });
    const leaving = { ...change, actor: educator(author), personId: author };
    expect(await removeFromTeam(db, leaving)).toMatchObject({ problem: 'last-author' });
    const elsewhere = { ...change, activityId: crypto.randomUUID(), actor: educator(author) };
    expect(await dissolveTeam(db, elsewhere)).toMatchObject({ problem: 'not-open' });
    const admin: TeamActor = { personId: author, isEducator: false, isAdmin: true };
    expect(await add(admin, stranger, 'author')).toEqual({ ok: true, value: null });
    expect(await removeFromTeam(db, leaving)).toEqual({ ok: true, value: null });
    expect(await reachOf(db, author, seen)).toEqual(nothing);
    expect(await reachOf(db, stranger, seen)).toEqual(all);
  });

  it('is open to all again when it is dissolved, and every step stands in the audit log', async () => {
    const { db } = on.database;
    const { activityId, author, stranger, reviewer } = seen;
    expect(await dissolveTeam(db, { activityId, actor: educator(stranger), now: AT })).toMatchObject({
      ok: true
    });
    expect((await readTeam(db, activityId)).members).toEqual([]);
    expect(await reachOf(db, author, seen)).toEqual(all);
    const events = await db
      .select({ action: auditEvents.action, detail: auditEvents.detail })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, activityId))
      .orderBy(asc(auditEvents.id));
    expect(events).toEqual([
      { action: 'activity.add-to-team', detail: { personId: reviewer, part: 'reviewer' } },
      { action: 'activity.add-to-team', detail: { personId: author, part: 'author' } },
      { action: 'activity.add-to-team', detail: { personId: stranger, part: 'author' } },
      { action: 'activity.remove-from-team', detail: { personId: author, part: 'author' } },
      {
        action: 'activity.dissolve-team',
        detail: {
          people: [
            { personId: reviewer, part: 'reviewer' },
            { personId: stranger, part: 'author' }
          ]
        }
      }
    ]);
  });

  it('has the first of two educators who name one at once, and not the other', async () => {
    const { db } = on.database;
    const { author, stranger } = seen;
    const outcomes = await Promise.all([
      add(educator(author), author, 'author'),
      add(educator(stranger), stranger, 'author')
    ]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await readTeam(db, seen.activityId)).members).toHaveLength(1);
  });
});
