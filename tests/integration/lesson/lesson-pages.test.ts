import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import { lessonCitations, lessonSections, sectionProgress } from '#lib/server/db/schema/lesson.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { readLessonSection } from '#lib/server/activity/read-lesson-section.ts';
import { readReferenceUses } from '#lib/server/activity/read-reference-uses.ts';
import { findSectionToOpen } from '#lib/server/lesson/find-section-to-open.ts';
import { openSection } from '#lib/server/lesson/open-section.ts';
import { SAMPLE_ITEMS } from '../../support/answer-key.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';

const now = new Date('2026-12-02T08:00:00Z');

describeOnEachDatabase('the lesson of the sample', (on) => {
  let activity: ActivityFacts;
  beforeAll(async () => {
    const found = await readActivity(on.database.db, 'resistance-to-immunotherapy');
    if (!found) throw new Error('The sample is not there.');
    activity = found;
  });

  const readSection = (slug: string) => readLessonSection(on.database.db, { activity, slug });
  const sections = () => Promise.all(activity.sections.map(({ slug }) => readSection(slug)));

  it('renders each section with its figure first, and no comment of an editor', async () => {
    for (const section of await sections()) {
      expect(section?.html).toMatch(/^<figure><svg [^>]*role="img" aria-label="[^"]{20,}"/);
      expect(section?.html).not.toMatch(/<!--|needs-expert-review|Draw (?:three|two|one)|\[@|:::/);
    }
  });

  it('links each mention to an entry of the section, and each entry back to every mention', async () => {
    for (const section of await sections()) {
      const html = section?.html ?? '';
      const cited = [...html.matchAll(/href="#ref-(\d+)" id="(cite-\d+-\d+)"/g)];
      const entries = section?.references ?? [];
      expect(new Set(cited.map(([, number]) => Number(number)))).toEqual(
        new Set(entries.map(({ number }) => number))
      );
      const back = entries.flatMap((entry) => entry.backLinks.map(({ href }) => href.slice(1)));
      expect(back.toSorted()).toEqual(cited.map(([, , id]) => id).toSorted());
    }
  });

  it('records every mention that a page shows', async () => {
    const { db } = on.database;
    for (const section of await sections()) {
      const recorded = await db.$count(lessonCitations, eq(lessonCitations.sectionId, section?.id ?? ''));
      expect(recorded).toBe(section?.html.match(/role="doc-biblioref"/g)?.length ?? 0);
    }
  });

  it('leads from the first section to the last and back', async () => {
    const all = await sections();
    expect(all.map((section) => section?.next?.slug ?? null)).toEqual([
      ...activity.sections.slice(1).map(({ slug }) => slug),
      null
    ]);
    expect(all[0]?.previous).toBeNull();
  });

  it('knows no section of another name, however it is written', async () => {
    for (const slug of ['nowhere', '', '../overview', 'overview\0', "' or 1=1 --"]) {
      expect(await readSection(slug)).toBeNull();
      expect(await readActivity(on.database.db, slug)).toBeNull();
    }
  });

  it('lists all references with the places that lean on them, and never a question of the assessment', async () => {
    const entries = await readReferenceUses(on.database.db, activity);
    expect(entries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(entries[2]?.backLinks[0]).toEqual({
      label: 'Resistance: the problem in outline',
      href: '/activities/resistance-to-immunotherapy/lesson/overview#cite-3-1'
    });
    const named = new Set(entries.flatMap(({ questions }) => questions));
    const practice = SAMPLE_ITEMS.filter(({ bank, status }) => bank === 'practice' && status === 'reviewed');
    expect([...named].toSorted()).toEqual(practice.map(({ id }) => id).toSorted());
  });

  it('goes on at the furthest section that the learner opened, and counts each section once', async () => {
    const { db } = on.database;
    const { id: personId } = await makePerson(db);
    const where = () => findSectionToOpen(db, { ...activity, personId });
    expect(await where()).toBe('overview');
    for (const index of [0, 3, 1, 1]) {
      await openSection(db, { personId, sectionId: activity.sections[index]?.id ?? '', now });
    }
    expect(await where()).toBe('inflamed-and-non-inflamed');
    expect(await db.$count(sectionProgress, eq(sectionProgress.personId, personId))).toBe(3);
    expect(await findSectionToOpen(db, { ...activity, personId: null })).toBe('overview');
  });

  it('stores of a figure its place alone: the instruction for the illustrator is not kept', async () => {
    const rows = await on.database.db.select({ markdown: lessonSections.markdown }).from(lessonSections);
    for (const { markdown } of rows) expect(markdown).toMatch(/^::figure\{id="[a-z-]+"\}$/m);
    for (const { markdown } of rows) expect(markdown).not.toContain(':::figure');
  });
});
