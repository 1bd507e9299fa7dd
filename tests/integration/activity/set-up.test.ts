import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { NEUTRAL_EVALUATION } from '#lib/domain/evaluation/neutral-evaluation.ts';
import { createActivity } from '#lib/server/activity/create-activity.ts';
import { discardDraft } from '#lib/server/activity/discard-draft.ts';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { readBlueprints } from '#lib/server/activity/read-blueprints.ts';
import { readDisclosures } from '#lib/server/activity/read-disclosures.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { readObjectives } from '#lib/server/activity/read-objectives.ts';
import { readRelease } from '#lib/server/activity/read-release.ts';
import { readSettings } from '#lib/server/activity/read-settings.ts';
import { saveBlueprint } from '#lib/server/activity/save-blueprint.ts';
import { saveDisclosure } from '#lib/server/activity/save-disclosure.ts';
import { saveSettings } from '#lib/server/activity/save-settings.ts';
import { startDraft } from '#lib/server/activity/start-draft.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activities } from '#lib/server/db/schema/activity.ts';
import { questionBanks } from '#lib/server/db/schema/question-bank.ts';
import { readEvaluationForm } from '#lib/server/evaluation/read-evaluation-form.ts';
import { saveObjectives } from '#lib/server/evaluation/save-objectives.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';

const now = new Date('2026-12-05T09:00:00Z');
const TODAY = '2026-12-05';

type Draft = { activityId: string; versionId: string; lessonId: string; revision: number };

async function draftOf(db: Executor, activityId: string): Promise<Draft> {
  const draft = (await findAuthoredActivity(db, activityId))?.draft;
  if (!draft) throw new Error('There is no working copy.');
  return { activityId, ...draft };
}

async function sampleDraft(db: Executor, actorId: string): Promise<Draft> {
  const [activity] = await db.select({ id: activities.id }).from(activities);
  const activityId = activity?.id ?? '';
  await startDraft(db, { activityId, actorId, now });
  return draftOf(db, activityId);
}

describeOnEachDatabase('setting up an activity', (on) => {
  let draft: Draft;
  let ana: string;
  let ben: string;

  beforeAll(async () => {
    const { db } = on.database;
    ana = (await makePerson(db, { roles: ['educator'] })).id;
    ben = (await makePerson(db, { roles: ['educator'], givenName: 'Ben', familyName: 'Okafor' })).id;
    draft = await sampleDraft(db, ana);
  });

  it('does not let one educator write over the settings of another, and shows what stands', async () => {
    const { db } = on.database;
    const activityVersionId = draft.versionId;
    const { settings, base } = await readSettings(db, activityVersionId);
    const save = (actorId: string, title: string) =>
      saveSettings(db, { activityVersionId, settings: { ...settings, title }, base, actorId, now });
    expect(await save(ana, 'A title by Ana')).toEqual({ ok: true, value: null });
    const refused = await save(ben, 'A title by Ben');
    expect(refused).toMatchObject({
      ok: false,
      problem: { kind: 'changed-meanwhile', theirs: { title: 'A title by Ana' } }
    });
    expect((await readSettings(db, activityVersionId)).settings.title).toBe('A title by Ana');
    expect((await draftOf(db, draft.activityId)).revision).toBe(draft.revision + 1);
  });

  it('keeps an objective that is used, and says where', async () => {
    const { db } = on.database;
    const { entries, base } = await readObjectives(db, draft.versionId);
    const change = { activityVersionId: draft.versionId, entries: entries.slice(1), base };
    expect(await saveObjectives(db, { ...change, actorId: ana, now })).toMatchObject({
      ok: false,
      problem: {
        kind: 'in-use',
        code: 'LO1',
        where: expect.stringMatching(/\d sections, \d+ items, 3 cells/)
      }
    });
  });

  it('lets learners rate the objectives that are stated, and no other', async () => {
    const { db } = on.database;
    const activityVersionId = draft.versionId;
    const ratedIn = async () => {
      const { questions } = await readEvaluationForm(db, activityVersionId);
      return questions.flatMap((question) =>
        question.type === 'before-after-rating' ? question.rows.map(({ objective }) => objective) : []
      );
    };
    const added = { id: crypto.randomUUID(), code: 'LO5', wording: 'Choose a trial design.' };
    const before = await readObjectives(db, activityVersionId);
    const more = { activityVersionId, entries: [...before.entries, added], base: before.base };
    expect(await saveObjectives(db, { ...more, actorId: ana, now })).toMatchObject({ ok: true });
    expect(await ratedIn()).toEqual(['LO1', 'LO2', 'LO3', 'LO4', 'LO5']);
    const { base, codesEver } = await readObjectives(db, activityVersionId);
    expect(codesEver.toSorted()).toEqual(['LO1', 'LO2', 'LO3', 'LO4', 'LO5']);
    const less = { activityVersionId, entries: before.entries, base };
    expect(await saveObjectives(db, { ...less, actorId: ana, now })).toMatchObject({ ok: true });
    expect(await ratedIn()).toEqual(['LO1', 'LO2', 'LO3', 'LO4']);
  });

  it('writes a blueprint whole, and only from the state that was shown', async () => {
    const { db } = on.database;
    const [, , assessment] = await readBlueprints(db, draft.versionId);
    if (!assessment) throw new Error('The sample has three assessments.');
    const { id: assessmentId, settings, base } = assessment;
    const cells = settings.cells.map((cell) => ({ ...cell, count: 1 }));
    const change = { activityVersionId: draft.versionId, assessmentId, base, actorId: ana, now };
    const wanted = { ...settings, cells, fixedItemIds: [], passingPercent: 75 };
    expect(await saveBlueprint(db, { ...change, settings: wanted })).toMatchObject({ ok: true });
    expect(await saveBlueprint(db, { ...change, settings })).toEqual({
      ok: false,
      problem: 'changed-meanwhile'
    });
    const [, , stored] = await readBlueprints(db, draft.versionId);
    expect(stored?.settings).toEqual(wanted);
    const live = await readActivity(db, 'resistance-to-immunotherapy');
    expect(live?.assessments.map(({ itemCount }) => itemCount)).toEqual([5, 14, 10]);
  });

  it('lists everyone who changed anything, and publishes what they declare without what is not relevant', async () => {
    const { db } = on.database;
    const which = { versionId: draft.versionId, today: TODAY };
    const listed = (await readDisclosures(db, which)).find(({ personId }) => personId === ana);
    expect(listed).toMatchObject({ name: 'Ana Müller, MD', role: 'Planner', open: ['has not declared yet'] });
    const relationship = {
      company: 'Example Pharma',
      kind: 'consultant' as const,
      nature: '',
      ended: false,
      mitigation: ''
    };
    const disclosure = {
      name: 'Ana Müller, MD',
      role: 'Planner',
      declaredOn: '2026-12-01',
      relationships: [
        { ...relationship, relevant: true, mitigatedOn: null },
        { ...relationship, company: 'Other Inc.', relevant: false, mitigatedOn: null }
      ]
    };
    const change = { activityVersionId: draft.versionId, disclosure, actorId: ana, now };
    expect(await saveDisclosure(db, { ...change, base: listed?.base ?? '' })).toMatchObject({ ok: true });
    expect(await saveDisclosure(db, { ...change, base: listed?.base ?? '' })).toEqual({
      ok: false,
      problem: 'changed-meanwhile'
    });
    const declared = (await readDisclosures(db, which)).find(({ personId }) => personId === ana);
    expect(declared).toMatchObject({
      published: 'Example Pharma (consultant). All relevant financial relationships have been mitigated.',
      open: ['the relationship with Example Pharma is not mitigated']
    });
    const blocking = (await readRelease(db, draft, now)).filter(({ state }) => state === 'missing');
    expect(blocking.map(({ path }) => path)).toEqual(['/disclosures']);
  });
});

describeOnEachDatabase('a new activity', (on) => {
  let educator: string;
  beforeAll(async () => {
    educator = (await makePerson(on.database.db, { roles: ['educator'] })).id;
  });

  const make = (slug: string) =>
    createActivity(on.database.db, {
      slug,
      title: 'Cardiotoxicity',
      evaluation: NEUTRAL_EVALUATION,
      actorId: educator,
      now
    });

  it('begins as a demonstration with banks, three assessments, a section and an evaluation form', async () => {
    const { db } = on.database;
    const made = await make('cardiotoxicity');
    const draft = await draftOf(db, made.ok ? made.value.activityId : '');
    expect((await readSettings(db, draft.versionId)).accreditation.mode).toBe('demonstration');
    const blueprints = await readBlueprints(db, draft.versionId);
    expect(blueprints.map(({ kind }) => kind)).toEqual(['pre-test', 'practice', 'assessment']);
    expect((await readEvaluationForm(db, draft.versionId)).questions.map(({ id }) => id)).toContain('bias');
    expect(await readActivity(db, 'cardiotoxicity')).toBeNull();
  });

  it('has an address of its own', async () => {
    await make('of-its-own');
    expect(await make('of-its-own')).toEqual({ ok: false, problem: 'address-taken' });
    expect(await make('resistance-to-immunotherapy')).toEqual({ ok: false, problem: 'address-taken' });
  });

  it('names everything that is missing for its release, each with the part where it is mended', async () => {
    const { db } = on.database;
    const made = await make('all-missing');
    const draft = await draftOf(db, made.ok ? made.value.activityId : '');
    const missing = (await readRelease(db, draft, now)).filter(({ state }) => state === 'missing');
    expect(missing.map(({ path }) => path)).toEqual([
      '',
      '/objectives',
      '/lesson',
      '/blueprint',
      '/disclosures'
    ]);
  });

  it('goes as a whole when it is discarded, and its address is free again', async () => {
    const { db } = on.database;
    const made = await make('thrown-away');
    const draft = await draftOf(db, made.ok ? made.value.activityId : '');
    expect(await discardDraft(db, { ...draft, actorId: educator, now })).toEqual({
      ok: true,
      value: { activityIsLeft: false }
    });
    const banks = await db
      .select({ id: questionBanks.id })
      .from(questionBanks)
      .where(eq(questionBanks.code, 'thrown-away/practice'));
    expect(banks).toEqual([]);
    expect(await make('thrown-away')).toMatchObject({ ok: true });
  });
});
