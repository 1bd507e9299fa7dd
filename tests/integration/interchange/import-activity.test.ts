import { eq, like, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { activityVersions, assessments } from '#lib/server/db/schema/activity.ts';
import { lessonCitations, lessonFigures, lessonSections } from '#lib/server/db/schema/lesson.ts';
import { itemCitations, items, itemVersions } from '#lib/server/db/schema/question-bank.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { importActivity } from '#lib/server/interchange/import-activity.ts';
import { importSampleIfEmpty } from '#lib/server/interchange/import-sample.ts';
import { copySample, type ActivityPackage } from '../../support/activity-package.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const now = new Date('2026-12-02T08:00:00Z');
const SLUG = 'resistance-to-immunotherapy';

/** The number of rows of everything that an import writes. */
async function countRows(db: Executor): Promise<Record<string, number>> {
  const tables = { activityVersions, assessments, lessonSections, lessonFigures, lessonCitations };
  const others = { items, itemVersions, itemCitations, references };
  const counts: Record<string, number> = {};
  for (const [name, table] of Object.entries({ ...tables, ...others })) counts[name] = await db.$count(table);
  return counts;
}

/** Versions of the item with this id in the package: number and status, oldest first. */
const versionsOf = (db: Executor, externalId: string) =>
  db
    .select({ version: itemVersions.version, status: itemVersions.status })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(eq(items.externalId, externalId))
    .orderBy(itemVersions.version);

describeOnEachDatabase('importing an activity package', (on) => {
  let sample: ActivityPackage;
  beforeEach(() => {
    sample = copySample();
  });
  afterEach(() => sample.remove());

  const importNow = () => importActivity(on.database.db, { directory: sample.directory, now, actorId: null });

  it('has brought in all of the sample: 30 items, 25 of them live, 11 references, 9 sections with a figure each', async () => {
    const { db } = on.database;
    expect(await countRows(db)).toMatchObject({
      activityVersions: 1,
      assessments: 3,
      lessonSections: 9,
      lessonFigures: 9,
      items: 30,
      itemVersions: 30,
      itemCitations: 43,
      references: 11
    });
    expect(await db.$count(itemVersions, eq(itemVersions.status, 'live'))).toBe(25);
    const activity = await readActivity(db, SLUG);
    expect(
      activity?.assessments.map(({ kind, itemCount, passingPercent }) => [kind, itemCount, passingPercent])
    ).toEqual([
      ['pre-test', 5, null],
      ['practice', 14, null],
      ['assessment', 10, 80]
    ]);
  });

  it('lets the library find what it brought in', async () => {
    const found = await on.database.db.$count(
      references,
      like(references.searchText, '%cancer-immune set point%')
    );
    expect(found).toBe(1);
  });

  it('shows no comment of an editor', async () => {
    const found = await on.database.db.$count(
      lessonSections,
      sql`${lessonSections.markdown} like '%<!--%' or ${lessonSections.markdown} like '%needs-expert-review%'`
    );
    expect(found).toBe(0);
  });

  it('changes nothing the second time', async () => {
    const before = await countRows(on.database.db);
    expect(await importNow()).toMatchObject({
      ok: true,
      value: { outcome: 'already-there', version: '0.1.0' }
    });
    expect(await countRows(on.database.db)).toEqual(before);
    expect(await importSampleIfEmpty(on.database.db, { contentFolder: 'content', now })).toBe(false);
  });

  it('refuses other content under a version that is published already', async () => {
    sample.replace('activity.json', '"estimatedMinutes": 30', '"estimatedMinutes": 45');
    expect(await importNow()).toMatchObject({
      ok: false,
      problem: [{ file: 'activity.json', where: 'version', mend: 'Give the package a new version.' }]
    });
  });

  it('writes nothing of a package with problems, and names file and place', async () => {
    const before = await countRows(on.database.db);
    sample.replace('activity.json', '"version": "0.1.0"', '"version": "0.2.0"');
    sample.replace('lesson/01-overview.md', '[@sharma2017]', '[@nobody1999]');
    sample.delete('figures/set-point.svg');
    sample.replace('items.json', '"correct": true', '"correct": false');
    expect(await importNow()).toMatchObject({
      ok: false,
      problem: [
        { file: 'lesson/01-overview.md', where: '[@nobody1999]' },
        { file: 'lesson/02-microenvironment.md', where: 'figure set-point' },
        { file: 'items.json', where: 'item P01' }
      ]
    });
    expect(await countRows(on.database.db)).toEqual(before);
  });

  it('names what is no JSON, no UTF-8, missing or wrong in form', async () => {
    sample.write('references.json', '[{]');
    sample.delete('lesson/03-primary-and-acquired.md');
    sample.replace('activity.json', '"releaseDate": "2026-12-01"', '"releaseDate": "2026-02-30"');
    const imported = await importNow();
    const named = imported.ok ? [] : imported.problem.map(({ file, where }) => `${file} ${where}`);
    expect(named).toEqual(['activity.json releaseDate', 'references.json the whole file']);
    sample.replace('activity.json', '"releaseDate": "2026-02-30"', '"releaseDate": "2026-12-01"');
    expect(await importNow()).toMatchObject({
      problem: [{ file: 'references.json' }, { file: 'lesson/03-primary-and-acquired.md', where: 'the file' }]
    });
  });

  it('refuses a package that would have itself be accredited', async () => {
    sample.replace('activity.json', '"mode": "demonstration"', '"mode": "accredited"');
    expect(await importNow()).toMatchObject({ ok: false, problem: [{ where: 'accreditation' }] });
  });

  it('makes a new version live, retires the former, and makes the next version of changed items only', async () => {
    const { db } = on.database;
    sample.replace('activity.json', '"version": "0.1.0"', '"version": "0.2.0"');
    sample.replace(
      'items.json',
      'Never responded: primary resistance.',
      'No response ever: primary resistance.'
    );
    sample.replace('references.json', '"page": "321-330"', '"page": "321-331"');
    const former = await readActivity(db, SLUG);
    expect(await importNow()).toMatchObject({
      ok: true,
      value: {
        outcome: 'imported',
        items: {
          practice: { added: 0, replaced: 1, published: 0, kept: 14 },
          assessment: { added: 0, replaced: 0, published: 0, kept: 15 }
        }
      }
    });
    const live = await readActivity(db, SLUG);
    expect(live?.version).toBe('0.2.0');
    expect(live?.objectives.map(({ id }) => id)).toEqual(former?.objectives.map(({ id }) => id));
    expect(await versionsOf(db, 'P01')).toEqual([
      { version: 1, status: 'retired' },
      { version: 2, status: 'live' }
    ]);
    expect(await versionsOf(db, 'P02')).toEqual([{ version: 1, status: 'live' }]);
    expect(await db.$count(references)).toBe(11);
    expect(await db.$count(activityVersions, eq(activityVersions.status, 'live'))).toBe(1);
  });

  it('freezes what it has published: the database refuses every change to it', async () => {
    const { db } = on.database;
    const statements = [
      sql`update activity_versions set title = 'Other' where status = 'live'`,
      sql`delete from activity_versions`,
      sql`update lesson_sections set markdown = 'Other'`,
      sql`delete from lesson_figures`,
      sql`update lesson_citations set position = position + 100`,
      sql`update assessments set passing_percent = 10 where kind = 'assessment'`,
      sql`delete from blueprint_cells`,
      sql`update activity_version_references set number = number + 100`,
      sql`update evaluation_forms set form = '{}'`,
      sql`update item_versions set stem = 'Other' where status = 'live'`,
      sql`update item_options set rationale = 'Other'`
    ];
    for (const statement of statements) {
      expect(await refusedByDatabase(db.execute(statement))).toMatch(/published/);
    }
  });
});

describeOnEachDatabase(
  'the first start',
  (on) => {
    it('imports the sample once, also when two programs start together', async () => {
      const { db } = on.database;
      const starts = [0, 1].map(() => importSampleIfEmpty(db, { contentFolder: 'content', now }));
      expect((await Promise.all(starts)).filter(Boolean)).toHaveLength(1);
      expect(await db.$count(activityVersions)).toBe(1);
    });
  },
  'empty'
);
