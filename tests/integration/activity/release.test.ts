import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { discardDraft } from '#lib/server/activity/discard-draft.ts';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { publishActivity } from '#lib/server/activity/publish-activity.ts';
import { readActivity, readActivityVersion } from '#lib/server/activity/read-activity.ts';
import { readDisclosures } from '#lib/server/activity/read-disclosures.ts';
import { readSettings } from '#lib/server/activity/read-settings.ts';
import { readVersionHistory } from '#lib/server/activity/read-version-history.ts';
import { saveDisclosure } from '#lib/server/activity/save-disclosure.ts';
import { saveSettings } from '#lib/server/activity/save-settings.ts';
import { startDraft } from '#lib/server/activity/start-draft.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activities, activityVersionReferences } from '#lib/server/db/schema/activity.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const now = new Date('2026-12-05T09:00:00Z');
const SLUG = 'resistance-to-immunotherapy';

/** The sample's working copy, as the educator opens it. */
async function openDraft(db: Executor, actorId: string) {
  const [activity] = await db.select({ id: activities.id }).from(activities).where(eq(activities.slug, SLUG));
  const activityId = activity?.id ?? '';
  await startDraft(db, { activityId, actorId, now });
  const draft = (await findAuthoredActivity(db, activityId))?.draft;
  if (!draft) throw new Error('The working copy was not opened.');
  return {
    activityId,
    actorId,
    versionId: draft.versionId,
    revision: draft.revision,
    lessonId: draft.lessonId
  };
}

type Open = Awaited<ReturnType<typeof openDraft>>;

/** Declares that the educator has no relationships. */
async function declareNone(db: Executor, { versionId, actorId }: Open): Promise<void> {
  const disclosure = { name: 'Ana Müller', role: 'Planner', declaredOn: '2026-12-01', relationships: [] };
  const people = await readDisclosures(db, { versionId, today: '2026-12-05' });
  const base = people.find(({ personId }) => personId === actorId)?.base ?? '';
  const change = { activityVersionId: versionId, base, disclosure };
  const saved = await saveDisclosure(db, { ...change, actorId, now });
  if (!saved.ok) throw new Error(saved.problem);
}

async function retitle(db: Executor, { versionId, actorId }: Open, title: string): Promise<void> {
  const { settings, base } = await readSettings(db, versionId);
  const change = { activityVersionId: versionId, settings: { ...settings, title }, base };
  const saved = await saveSettings(db, { ...change, actorId, now });
  if (!saved.ok) throw new Error(saved.problem.kind);
}

const revisionOf = async (db: Executor, { activityId }: Open) =>
  (await findAuthoredActivity(db, activityId))?.draft?.revision ?? 0;

/** Publishes what stands now. */
async function publish(db: Executor, open: Open) {
  const { activityId, versionId, actorId } = open;
  return publishActivity(db, { activityId, versionId, revision: await revisionOf(db, open), actorId, now });
}

const actionsOf = async (db: Executor, versionId: string) => {
  const rows = await db
    .select({ action: auditEvents.action, detail: auditEvents.detail })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, versionId));
  return rows;
};

describeOnEachDatabase('discarding a working copy', (on) => {
  let educator: string;
  beforeAll(async () => {
    educator = (await makePerson(on.database.db, { roles: ['educator'] })).id;
  });

  it('leaves nothing of it, and the live version as it was', async () => {
    const { db } = on.database;
    const before = await readActivity(db, SLUG);
    const open = await openDraft(db, educator);
    expect(await discardDraft(db, { ...open, now })).toEqual({ ok: true, value: { activityIsLeft: true } });
    const found = await findAuthoredActivity(db, open.activityId);
    expect(found).toMatchObject({ draft: null, live: { versionId: before?.activityVersionId } });
    const left = await db.execute(sql`select (select count(*)::int from lessons where id = ${open.lessonId})
      + (select count(*)::int from assessments where activity_version_id = ${open.versionId})
      + (select count(*)::int from evaluation_forms where activity_version_id = ${open.versionId}) as left`);
    expect(JSON.stringify(left)).toContain('"left":0');
    expect(await actionsOf(db, open.versionId)).toContainEqual(
      expect.objectContaining({ action: 'activity.discard-draft' })
    );
  });

  it('does not throw away what a colleague wrote since the page was opened', async () => {
    const { db } = on.database;
    const open = await openDraft(db, educator);
    await retitle(db, open, 'A title of a colleague');
    expect(await discardDraft(db, { ...open, now })).toEqual({ ok: false, problem: 'changed-meanwhile' });
    const revision = await revisionOf(db, open);
    expect(await discardDraft(db, { ...open, revision, now })).toMatchObject({ ok: true });
    expect(await discardDraft(db, { ...open, revision, now })).toEqual({ ok: false, problem: 'no-draft' });
  });

  it('never removes a version that was published', async () => {
    const { db } = on.database;
    const open = await openDraft(db, educator);
    const live = (await findAuthoredActivity(db, open.activityId))?.live;
    const wanted = { ...open, versionId: live?.versionId ?? '', revision: live?.revision ?? 0, now };
    expect(await discardDraft(db, wanted)).toEqual({ ok: false, problem: 'no-draft' });
    const deleted = db.execute(sql`delete from activity_versions where id = ${live?.versionId}`);
    expect(await refusedByDatabase(deleted)).toMatch(/published/);
  });
});

describeOnEachDatabase('releasing a working copy', (on) => {
  let educator: string;
  beforeAll(async () => {
    educator = (await makePerson(on.database.db, { roles: ['educator'] })).id;
  });

  it('is refused while somebody in control has not declared, and then changes nothing', async () => {
    const { db } = on.database;
    const open = await openDraft(db, educator);
    const refused = await publish(db, open);
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'not-whole' } });
    expect(JSON.stringify(refused)).toContain('has not declared');
    expect((await readActivity(db, SLUG))?.version).toBe('0.1.0');
    const bypassed = db.execute(sql`update activity_versions set status = 'live', published_at = now()
      where id = ${open.versionId}`);
    expect(await refusedByDatabase(bypassed)).toMatch(/an editor without a disclosure/);
  });

  it('is refused when somebody changed the working copy since the page was opened', async () => {
    const { db } = on.database;
    const open = await openDraft(db, educator);
    await declareNone(db, open);
    expect(await publishActivity(db, { ...open, now })).toEqual({
      ok: false,
      problem: { kind: 'changed-meanwhile' }
    });
  });

  it('waits for whoever is saving, and then looks again', async () => {
    const { db } = on.database;
    const open = await openDraft(db, educator);
    const revision = await revisionOf(db, open);
    const shown = { ...open, revision, now };
    let outcomes: Promise<unknown[]> = Promise.resolve([]);
    await db.transaction(async (tx) => {
      await retitle(tx, open, 'Saved while the page was open');
      outcomes = Promise.all([publishActivity(db, shown), discardDraft(db, shown)]);
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    expect(await outcomes).toEqual([
      { ok: false, problem: { kind: 'changed-meanwhile' } },
      { ok: false, problem: 'changed-meanwhile' }
    ]);
  });

  it('shows the new version at once, though its draft was read before, and retires the former', async () => {
    const { db } = on.database;
    const open = await openDraft(db, educator);
    const draftAsRead = await readActivityVersion(db, open.versionId);
    await retitle(db, open, 'Resistance, revised');
    expect(await publish(db, open)).toEqual({ ok: true, value: { version: '0.2.0' } });
    expect(draftAsRead.title).not.toBe('Resistance, revised');
    expect(await readActivity(db, SLUG)).toMatchObject({ version: '0.2.0', title: 'Resistance, revised' });
    const history = await readVersionHistory(db, open.activityId);
    expect(history).toMatchObject([
      { version: '0.2.0', status: 'live', publishedOn: '2026-12-05' },
      { version: '0.1.0', status: 'retired' }
    ]);
    const list = await db
      .select({ csl: activityVersionReferences.csl })
      .from(activityVersionReferences)
      .where(eq(activityVersionReferences.activityVersionId, open.versionId));
    expect(list).toHaveLength(11);
    expect(list.every(({ csl }) => csl !== null)).toBe(true);
  });

  it('records who did what, without a name or a company', async () => {
    const { db } = on.database;
    const released = await readActivity(db, SLUG);
    const events = await actionsOf(db, released?.activityVersionId ?? '');
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'activity.start-draft',
        'activity.save-settings',
        'activity.save-disclosure',
        'activity.publish-activity'
      ])
    );
    expect(JSON.stringify(events)).not.toContain('Müller');
  });

  it('happens once, however many press the button at once', async () => {
    const { db } = on.database;
    // What was declared for the former version is copied into the next one.
    const open = await openDraft(db, educator);
    const outcomes = await Promise.all([publish(db, open), publish(db, open), publish(db, open)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const history = await readVersionHistory(db, open.activityId);
    expect(history.filter(({ status }) => status === 'live')).toHaveLength(1);
  });
});
