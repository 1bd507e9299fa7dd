import { desc } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createActivity } from '#lib/server/activity/create-activity.ts';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { saveSection } from '#lib/server/activity/save-section.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activityVersions } from '#lib/server/db/schema/activity.ts';
import { exportActivity } from '#lib/server/interchange/export-activity.ts';
import { importPackage } from '#lib/server/interchange/import-package.ts';
import { makeEducator } from '../../support/review-steps.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { openTestDatabase } from '../../support/open-test-database.ts';
import { richPackage } from '../../support/rich-package.ts';
import { sampleFiles } from '../../support/sample-files.ts';

const now = new Date('2026-12-02T08:00:00Z');
const live = { as: 'live', takesReviews: true } as const;

const asJson = (text: string | undefined): unknown => JSON.parse(text ?? 'null');

/** The files of the newest version. */
async function exported(db: Executor): Promise<Map<string, string>> {
  const [version] = await db
    .select({ id: activityVersions.id })
    .from(activityVersions)
    .orderBy(desc(activityVersions.version))
    .limit(1);
  const files = await exportActivity(db, version?.id ?? '');
  if (files === null) throw new Error('There is no version to export.');
  return files;
}

/** What comes out again of an empty database that these files went into. */
async function throughEmptyDatabase(
  files: Map<string, string>,
  as: 'live' | 'draft'
): Promise<Map<string, string>> {
  const other = await openTestDatabase('pglite', 'empty');
  try {
    const actorId = as === 'draft' ? await makeEducator(other.db) : null;
    const manner = { as, takesReviews: as === 'live' };
    const imported = await importPackage(other.db, { files, manner, actorId, now });
    expect(imported).toMatchObject({ ok: true, value: { outcome: 'imported' } });
    return await exported(other.db);
  } finally {
    await other.close();
  }
}

describeOnEachDatabase('a package that goes out', (on) => {
  it('is the sample again: JSON of the same content, lesson and drawings byte for byte', async () => {
    const written = await exported(on.database.db);
    const sample = sampleFiles();
    expect([...written.keys()].toSorted()).toEqual([...sample.keys()]);
    for (const [path, text] of sample) {
      if (path.endsWith('.json')) expect(asJson(written.get(path)), path).toEqual(asJson(text));
      else expect(written.get(path), path).toBe(text);
    }
  });

  it('comes in again unchanged, byte for byte', async () => {
    const written = await exported(on.database.db);
    expect(await throughEmptyDatabase(written, 'live')).toEqual(written);
  });

  it('is known as what is here already', async () => {
    const files = await exported(on.database.db);
    const again = await importPackage(on.database.db, { files, manner: live, actorId: null, now });
    expect(again).toMatchObject({ ok: true, value: { outcome: 'already-there' } });
  });

  it('names no version that does not exist', async () => {
    expect(await exportActivity(on.database.db, crypto.randomUUID())).toBeNull();
  });
});

describeOnEachDatabase(
  'an activity that was begun here',
  (on) => {
    it('goes out and comes in again as it is, empty and half written', async () => {
      const { db } = on.database;
      const actorId = await makeEducator(db);
      const asked = { id: 'q', type: 'long-text', text: 'Say', required: false, maxLength: 100 };
      const evaluation = { title: 'Evaluation', intro: '', questions: [asked] };
      const made = await createActivity(db, { slug: 'begun', title: 'Begun', evaluation, actorId, now });
      if (!made.ok) throw new Error(made.problem);
      const empty = await exported(db);
      expect(await throughEmptyDatabase(empty, 'draft')).toEqual(empty);
      const { draft } = (await findAuthoredActivity(db, made.value.activityId)) ?? {};
      const versionId = draft?.versionId ?? '';
      const where = { activityVersionId: versionId, lessonId: draft?.lessonId ?? '', actorId, now };
      const text = 'Half <b>written</b> [@nobody1999]\n\n:::figure{id="undrawn" alt="a" caption="c"}\n:::';
      const written = { ...where, slug: 'overview', baseRevision: 1, drawing: null };
      const saved = await saveSection(db, { ...written, fields: { text, details: {} } });
      expect(saved).toMatchObject({ ok: true });
      const halfWritten = await exported(db);
      expect(halfWritten.get('lesson/01-overview.md')).toContain(text);
      expect(await throughEmptyDatabase(halfWritten, 'draft')).toEqual(halfWritten);
    });
  },
  'empty'
);

describeOnEachDatabase(
  'a package with every type of item, unknown fields, tags, passages and disclosures',
  (on) => {
    it('comes out as it came in, and as a draft all items are drafts', async () => {
      const { db } = on.database;
      const files = richPackage();
      const imported = await importPackage(db, { files, manner: live, actorId: null, now });
      expect(imported).toMatchObject({ ok: true, value: { outcome: 'imported', later: [] } });
      const written = await exported(db);
      for (const [path, text] of files) {
        if (path.endsWith('.json')) expect(asJson(written.get(path)), path).toEqual(asJson(text));
        else expect(written.get(path), path).toBe(text);
      }
      expect(await throughEmptyDatabase(written, 'live')).toEqual(written);
      const asDraft = await throughEmptyDatabase(written, 'draft');
      const items = asDraft.get('items.json');
      expect(items).toBe(written.get('items.json')?.replaceAll('"status": "reviewed"', '"status": "draft"'));
      expect(new Map(asDraft).set('items.json', '')).toEqual(new Map(written).set('items.json', ''));
    });
  },
  'empty'
);
