import { expect, it } from 'vitest';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { listDisclosures } from '#lib/server/activity/list-disclosures.ts';
import { publishActivity } from '#lib/server/activity/publish-activity.ts';
import { readDisclosures } from '#lib/server/activity/read-disclosures.ts';
import { saveDisclosure } from '#lib/server/activity/save-disclosure.ts';
import { startDraft } from '#lib/server/activity/start-draft.ts';
import { touchDraft } from '#lib/server/activity/touch-draft.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activities } from '#lib/server/db/schema/activity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';

const now = new Date('2026-12-05T09:00:00Z');
const NAME = 'Ana Müller, MD';

async function openDraft(db: Executor, actorId: string) {
  const [activity] = await db.select({ id: activities.id }).from(activities);
  const activityId = activity?.id ?? '';
  await startDraft(db, { activityId, actorId, now });
  const versionId = (await findAuthoredActivity(db, activityId))?.draft?.versionId ?? '';
  return { activityId, versionId, actorId };
}

type Open = Awaited<ReturnType<typeof openDraft>>;

const people = (db: Executor, { versionId }: Open) => readDisclosures(db, { versionId, today: '2026-12-05' });

/** Saves a declaration of none on this state; an empty one adds somebody. */
const declare = (db: Executor, { versionId, actorId }: Open, base: string) =>
  saveDisclosure(db, {
    activityVersionId: versionId,
    base,
    disclosure: { name: NAME, role: 'Author', declaredOn: '2026-12-01', relationships: [] },
    actorId,
    now
  });

async function publish(db: Executor, { activityId, versionId, actorId }: Open) {
  const revision = (await findAuthoredActivity(db, activityId))?.draft?.revision ?? 0;
  return publishActivity(db, { activityId, versionId, revision, actorId, now });
}

describeOnEachDatabase('declarations of people who have accounts', (on) => {
  it('count for the account only once they were looked through and saved, however alike the names', async () => {
    const { db } = on.database;
    const ana = (await makePerson(db, { roles: ['educator'] })).id;
    const open = await openDraft(db, ana);
    expect(await declare(db, open, '')).toEqual({ ok: true, value: null });
    const [shown, ...others] = await people(db, open);
    expect(others).toEqual([]);
    expect(shown).toMatchObject({ name: NAME, personId: ana, position: 1 });
    expect(shown?.open.join()).toMatch(/open the declaration under this name/);
    expect(await publish(db, open)).toMatchObject({ ok: false, problem: { kind: 'not-whole' } });
    expect(await declare(db, open, shown?.base ?? '')).toEqual({ ok: true, value: null });
    expect(await people(db, open)).toMatchObject([{ personId: ana, position: 1, open: [], late: [] }]);
    const namesake = (await makePerson(db, { roles: ['educator'] })).id;
    await touchDraft(db, { activityVersionId: open.versionId, actorId: namesake, now });
    expect(await people(db, open)).toMatchObject([
      { personId: ana, open: [] },
      { personId: namesake, name: NAME, position: null, open: ['has not declared yet'] }
    ]);
    expect(await publish(db, open)).toMatchObject({ ok: false, problem: { kind: 'not-whole' } });
    expect(await listDisclosures(db, { today: '2026-12-05', page: 1 })).toMatchObject({
      versions: [
        { isLive: true, version: '0.1.0', people: [] },
        { isLive: false, people: [{ open: [] }, { open: ['has not declared yet'] }] }
      ],
      pages: 1
    });
    const [, second] = await people(db, open);
    expect(await declare(db, open, second?.base ?? '')).toEqual({ ok: true, value: null });
    expect(await publish(db, open)).toMatchObject({ ok: true });
  });
});
