import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { SectionFields } from '#lib/domain/lesson/authored-section.ts';
import { addSection } from '#lib/server/activity/add-section.ts';
import { changeSection } from '#lib/server/activity/change-section.ts';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { moveSection } from '#lib/server/activity/move-section.ts';
import { readAuthoredLesson } from '#lib/server/activity/read-authored-lesson.ts';
import { readSectionEditor } from '#lib/server/activity/read-section-editor.ts';
import { removeSection } from '#lib/server/activity/remove-section.ts';
import { saveSection } from '#lib/server/activity/save-section.ts';
import { startDraft } from '#lib/server/activity/start-draft.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activities, activityVersionReferences } from '#lib/server/db/schema/activity.ts';
import { activityEditors } from '#lib/server/db/schema/activity-disclosure.ts';
import { lessonCitations, lessonFigures, lessonSections } from '#lib/server/db/schema/lesson.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { listSectionFaults } from '#lib/server/lesson/list-section-faults.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makeEducator } from '../../support/review-steps.ts';

const now = new Date('2026-12-03T08:00:00Z');

/** The working copy of the sample, and somebody who writes in it. */
async function openDraft(db: Executor) {
  const [activity] = await db.select({ id: activities.id }).from(activities);
  const activityId = activity?.id ?? '';
  const actorId = await makeEducator(db, 'Writer');
  await startDraft(db, { activityId, actorId, now });
  const found = await findAuthoredActivity(db, activityId);
  if (!found?.draft || !found.live) throw new Error('The sample has no draft.');
  const { draft, live } = found;
  return { edit: { activityVersionId: draft.versionId, lessonId: draft.lessonId, actorId, now }, live };
}

type Opened = Awaited<ReturnType<typeof openDraft>>;

const slugs = async (db: Executor, { edit }: Opened) =>
  (await readAuthoredLesson(db, edit.lessonId)).map(({ slug }) => slug);

async function read(db: Executor, { edit }: Opened, slug: string) {
  const section = await readSectionEditor(db, { ...edit, slug });
  if (section === null) throw new Error(`There is no section ${slug}.`);
  return section;
}

const save = (
  db: Executor,
  { edit }: Opened,
  input: { slug: string; baseRevision: number; fields: SectionFields }
) => saveSection(db, { ...edit, drawing: null, ...input });

describeOnEachDatabase('the sections of a working copy', (on) => {
  it('are added, changed, moved and removed; what learners see stays', async () => {
    const { db } = on.database;
    const opened = await openDraft(db);
    const { edit } = opened;
    const before = await slugs(db, opened);
    const facts = { title: 'Résumé: what to keep', minutes: 3, objectiveIds: [crypto.randomUUID()] };
    const added = await addSection(db, { ...edit, facts });
    if (!added.ok) throw new Error(added.problem);
    const { sectionId } = added.value;
    expect(await slugs(db, opened)).toEqual([...before, 'resume-what-to-keep']);
    await moveSection(db, { ...edit, sectionId, by: -1 });
    await moveSection(db, { ...edit, sectionId, by: 1 });
    await moveSection(db, { ...edit, sectionId, by: 1 });
    expect((await slugs(db, opened)).at(-1)).toBe('resume-what-to-keep');
    await moveSection(db, { ...edit, sectionId, by: -1 });
    expect((await slugs(db, opened)).at(-2)).toBe('resume-what-to-keep');
    const base = (await readAuthoredLesson(db, edit.lessonId)).find(({ id }) => id === sectionId)?.base ?? '';
    await changeSection(db, {
      ...{ ...edit, sectionId, base },
      facts: { ...facts, title: 'Another title', minutes: 5 }
    });
    expect(await changeSection(db, { ...edit, sectionId, base, facts }), 'by a colleague').toEqual({
      ok: false,
      problem: 'changed-meanwhile'
    });
    const [changed] = (await readAuthoredLesson(db, edit.lessonId)).slice(-2);
    expect(changed).toMatchObject({ slug: 'resume-what-to-keep', title: 'Another title', minutes: 5 });
    const [first] = await readAuthoredLesson(db, edit.lessonId);
    expect(await removeSection(db, { ...edit, sectionId: first?.id ?? '' })).toMatchObject({ ok: true });
    expect(await slugs(db, opened)).toEqual([...before.slice(1, -1), 'resume-what-to-keep', 'summary']);
    const positions = await db
      .select({ position: lessonSections.position })
      .from(lessonSections)
      .where(eq(lessonSections.lessonId, edit.lessonId))
      .orderBy(lessonSections.position);
    expect(positions.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect((await readAuthoredLesson(db, opened.live.lessonId)).map(({ slug }) => slug)).toEqual(before);
    expect(await db.$count(activityEditors, eq(activityEditors.personId, edit.actorId))).toBe(1);
  });

  it('are not changed under a version that is published, nor under one that is not theirs', async () => {
    const { db } = on.database;
    const opened = await openDraft(db);
    const { live } = opened;
    const published = { ...opened.edit, activityVersionId: live.versionId, lessonId: live.lessonId };
    const facts = { title: 'New', minutes: 1, objectiveIds: [] };
    expect(await addSection(db, { ...published, facts })).toEqual({ ok: false, problem: 'no-draft' });
    const [ofLive] = await readAuthoredLesson(db, live.lessonId);
    const foreign = { ...opened.edit, sectionId: ofLive?.id ?? '' };
    expect(await removeSection(db, foreign)).toEqual({ ok: false, problem: 'no-such-section' });
    expect(await changeSection(db, { ...foreign, facts, base: '' })).toEqual({
      ok: false,
      problem: 'no-such-section'
    });
  });
});

describeOnEachDatabase('the text of a section', (on) => {
  it('is saved with its passages; a new reference goes to the end of the list, an unknown key is a fault', async () => {
    const { db } = on.database;
    const opened = await openDraft(db);
    const { edit } = opened;
    const extra = { id: 'extra2020', type: 'book', title: 'Extra' };
    await db
      .insert(references)
      .values({ id: crypto.randomUUID(), citationKey: 'extra2020', csl: extra, updatedAt: now });
    const stored = await read(db, opened, 'overview');
    const text = `${stored.fields.text}\n\nNew [@extra2020], again [@extra2020; @nobody1999].\n\n<!-- secret note -->\n\n<b>bold</b>`;
    const details = { extra2020: { locator: 'ch. 2', kind: 'quote' as const, passage: 'A passage.' } };
    const saved = await save(db, opened, {
      slug: 'overview',
      baseRevision: stored.revision,
      fields: { text, details }
    });
    expect(saved).toMatchObject({ ok: true, value: { revision: stored.revision + 1 } });
    const again = await read(db, opened, 'overview');
    expect(again.fields.text).toBe(text);
    expect(again.fields.details['extra2020']).toEqual(details.extra2020);
    expect(again.reading.references.map(({ number }) => number)).toEqual([1, 2, 3, 12]);
    expect(again.reading.html).not.toMatch(/secret|<b>/);
    const lines = again.fields.text.split('\n');
    expect(again.reading.faults.map(({ line }) => lines[(line ?? 0) - 1])).toEqual([
      'New [@extra2020], again [@extra2020; @nobody1999].',
      '<b>bold</b>'
    ]);
    const mentions = and(eq(lessonCitations.sectionId, stored.id), eq(lessonCitations.locator, 'ch. 2'));
    expect(await db.$count(lessonCitations, mentions)).toBe(2);
    const listed = eq(activityVersionReferences.activityVersionId, edit.activityVersionId);
    expect(await db.$count(activityVersionReferences, listed)).toBe(12);
    const [overview, ...others] = await listSectionFaults(db, edit.lessonId);
    expect(overview?.faults).toHaveLength(2);
    expect(others.every(({ faults }) => faults.length === 0)).toBe(true);
  });

  it('is not lost when two save at once: the second one gets the text of the first to see', async () => {
    const { db } = on.database;
    const opened = await openDraft(db);
    const slug = 'summary';
    const { revision, fields } = await read(db, opened, slug);
    const mine = { ...fields, text: `${fields.text}\n\nMine.` };
    const theirs = { ...fields, text: `${fields.text}\n\nTheirs.` };
    const outcomes = await Promise.all(
      [mine, theirs].map((each) => save(db, opened, { slug, baseRevision: revision, fields: each }))
    );
    const [conflict] = outcomes.filter(({ ok }) => !ok);
    const stored = await read(db, opened, slug);
    expect([mine.text, theirs.text]).toContain(stored.fields.text);
    expect(conflict).toMatchObject({
      ok: false,
      problem: {
        kind: 'conflict',
        conflict: { revision: revision + 1, byName: 'Ana Writer', fields: { text: stored.fields.text } }
      }
    });
    const sameAgain = await save(db, opened, { slug, baseRevision: 1, fields: stored.fields });
    expect(sameAgain).toMatchObject({ ok: true, value: { revision: revision + 1 } });
  });

  it('keeps a drawing for its figure, also while the figure is out of the text, and refuses the id of another', async () => {
    const { db } = on.database;
    const opened = await openDraft(db);
    const slug = 'overview';
    const { id, revision, fields } = await read(db, opened, slug);
    const figure = ':::figure{id="new-one" alt="What it shows" caption="A caption"}\n:::';
    const withFigure = { ...fields, text: `${fields.text}\n\n${figure}` };
    const svg = '<svg viewBox="0 0 10 10"><circle cx="5" cy="5" r="2"/></svg>';
    const saved = await saveSection(db, {
      ...opened.edit,
      ...{ slug, baseRevision: revision, fields: withFigure },
      drawing: { figureId: 'new-one', svg }
    });
    expect(saved).toMatchObject({ ok: true });
    expect((await read(db, opened, slug)).reading.html).toContain('<circle');
    await save(db, opened, { slug, baseRevision: revision + 1, fields });
    await save(db, opened, { slug, baseRevision: revision + 2, fields: withFigure });
    expect((await read(db, opened, slug)).reading.figures).toContainEqual({
      figureId: 'new-one',
      alt: 'What it shows',
      caption: 'A caption',
      isDrawn: true
    });
    expect(await db.$count(lessonFigures, eq(lessonFigures.sectionId, id))).toBe(2);
    const summary = await read(db, opened, 'summary');
    const twin = { ...summary.fields, text: `${summary.fields.text}\n\n${figure}` };
    expect(
      await save(db, opened, { slug: 'summary', baseRevision: summary.revision, fields: twin })
    ).toMatchObject({ ok: false, problem: { kind: 'invalid', problems: [{ field: 'text' }] } });
  });

  it('says which sections lean on a retracted reference', async () => {
    const { db } = on.database;
    const opened = await openDraft(db);
    await db.update(references).set({ status: 'retracted' }).where(eq(references.citationKey, 'day2016'));
    const sections = await readAuthoredLesson(db, opened.edit.lessonId);
    const doubtful = sections.filter(({ retracted }) => retracted.length > 0);
    expect(doubtful.map(({ slug, retracted }) => [slug, retracted])).toEqual([
      ['trial-design', ['day2016']],
      ['summary', ['day2016']]
    ]);
    const { reading } = await read(db, opened, 'trial-design');
    expect(reading.cited.find(({ citationKey }) => citationKey === 'day2016')?.status).toBe('retracted');
  });
});
