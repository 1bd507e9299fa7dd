import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { activities, activityVersions } from '#lib/server/db/schema/activity.ts';
import { activityEditors } from '#lib/server/db/schema/activity-disclosure.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { packageUploads } from '#lib/server/db/schema/interchange.ts';
import { items, itemVersions, questionBanks } from '#lib/server/db/schema/question-bank.ts';
import { itemApprovals, itemVersionAuthors } from '#lib/server/db/schema/question-bank-review.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { importPackage, type ImportRequest } from '#lib/server/interchange/import-package.ts';
import { importUpload } from '#lib/server/interchange/import-upload.ts';
import { findUpload, keepUpload } from '#lib/server/interchange/keep-upload.ts';
import { writePackageZip } from '#lib/server/interchange/write-package-zip.ts';
import { startDraft as startActivityDraft } from '#lib/server/activity/start-draft.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';
import { approve, makeEducator, startDraft } from '../../support/review-steps.ts';
import { sampleFiles } from '../../support/sample-files.ts';

const now = new Date('2026-12-03T08:00:00Z');
const draft = { as: 'draft', takesReviews: false } as const;

/** The sample under a slug and a version of its own, with text replaced in its files. */
function packageWith(slug: string, changes: Record<string, [from: string, to: string]> = {}) {
  const files = sampleFiles();
  const replace = (path: string, from: string, to: string) => {
    const text = files.get(path) ?? '';
    if (!text.includes(from)) throw new Error(`${path} does not hold: ${from}`);
    files.set(
      path,
      text.replace(from, () => to)
    );
  };
  replace('activity.json', '"slug": "resistance-to-immunotherapy"', `"slug": "${slug}"`);
  replace('activity.json', '"version": "0.1.0"', '"version": "0.5.0"');
  for (const [path, [from, to]] of Object.entries(changes)) replace(path, from, to);
  return files;
}

const versionsIn = (db: Executor, bank: string) =>
  db
    .select({ id: itemVersions.id, externalId: items.externalId, status: itemVersions.status })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .innerJoin(questionBanks, eq(questionBanks.id, items.bankId))
    .where(eq(questionBanks.code, bank));

const bringIn = (db: Executor, request: Pick<ImportRequest, 'files' | 'actorId'> & Partial<ImportRequest>) =>
  importPackage(db, { manner: draft, now, ...request });

describeOnEachDatabase('an educator who imports a package', (on) => {
  it('gets a draft, is its editor, and the author of its items, who cannot approve them', async () => {
    const { db } = on.database;
    const actorId = await makeEducator(db);
    const imported = await bringIn(db, { files: packageWith('first'), actorId });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
    const { activityVersionId, isNew } = imported.value;
    expect(isNew).toBe(true);
    const [version] = await db
      .select({ status: activityVersions.status })
      .from(activityVersions)
      .where(eq(activityVersions.id, activityVersionId));
    expect(version?.status).toBe('draft');
    expect(await db.$count(activityEditors, eq(activityEditors.personId, actorId))).toBe(1);
    const versions = await versionsIn(db, 'first/practice');
    expect(new Set(versions.map(({ status }) => status))).toEqual(new Set(['draft']));
    expect(await db.$count(itemVersionAuthors, eq(itemVersionAuthors.personId, actorId))).toBe(30);
    expect(await approve(db, versions[0]?.id ?? '', actorId)).toMatchObject({ ok: false });
  });

  it('does not overwrite an open draft, nor a version that is being written', async () => {
    const { db } = on.database;
    const actorId = await makeEducator(db);
    const files = packageWith('resistance-to-immunotherapy', {
      'items.json': ['Never responded: primary resistance.', 'No response ever.']
    });
    const { itemId } = await startDraft(db, 'P01');
    expect(await bringIn(db, { files, actorId })).toMatchObject({
      ok: false,
      problem: [{ file: 'items.json', where: 'item P01', why: /^Somebody here is writing/ }]
    });
    const [activity] = await db
      .select({ id: activities.id })
      .from(activities)
      .where(eq(activities.slug, 'resistance-to-immunotherapy'));
    await startActivityDraft(db, { activityId: activity?.id ?? '', actorId, now });
    for (const manner of [draft, { as: 'live', takesReviews: true }] as const) {
      expect(await bringIn(db, { files, actorId, manner })).toMatchObject({
        ok: false,
        problem: [{ where: 'slug', why: /open draft, version 0.2.0/ }]
      });
    }
    expect(await db.$count(itemVersions, eq(itemVersions.itemId, itemId))).toBe(2);
  });

  it('may leave for later what a release needs, and is told of it', async () => {
    const { db } = on.database;
    const files = packageWith('later', {
      'lesson/01-overview.md': ['[@sharma2017]', '[@nobody1999]'],
      'activity.json': ['"totalItems": 10', '"totalItems": 11']
    });
    files.delete('figures/set-point.svg');
    const imported = await bringIn(db, { files, actorId: await makeEducator(db) });
    expect(imported).toMatchObject({ ok: true });
    const later = imported.ok ? imported.value.later.map(({ where }) => where) : [];
    expect(later).toEqual(['[@nobody1999]', 'figure set-point', 'assessment assessment']);
    const live = { as: 'live', takesReviews: true } as const;
    expect(await bringIn(db, { files, actorId: null, manner: live })).toMatchObject({ ok: false });
  });

  it('sees in a rehearsal what is new, changed and the same, and nothing is written', async () => {
    const { db } = on.database;
    const actorId = await makeEducator(db);
    const files = packageWith('rehearsed', { 'references.json': ['"page": "321-330"', '"page": "321-331"'] });
    const tables = [activities, activityVersions, items, itemVersions, references, auditEvents];
    const count = () => Promise.all(tables.map((table) => db.$count(table)));
    const before = await count();
    const rehearsed = await bringIn(db, { files, actorId, ...{ isRehearsal: true } });
    if (!rehearsed.ok) throw new Error(JSON.stringify(rehearsed.problem));
    expect(rehearsed.value.references.filter(({ outcome }) => outcome !== 'kept')).toEqual([
      { key: 'chen2017', outcome: 'changed', twin: null }
    ]);
    expect(rehearsed.value.sections.every(({ outcome }) => outcome === 'added')).toBe(true);
    expect(rehearsed.value.outcomes).toHaveLength(30);
    expect(await count()).toEqual(before);
  });
});

describeOnEachDatabase('a package that was sent to the page', (on) => {
  const send = async (personId: string, slug: string, at = now) => {
    const bytes = writePackageZip(packageWith(slug));
    const kept = await keepUpload(on.database.db, { personId, fileName: 'a\u0000b.zip', bytes, now: at });
    if (!kept.ok) throw new Error(JSON.stringify(kept.problem));
    return kept.value;
  };

  it('is kept for its sender alone, for an hour, until it is imported or another one is sent', async () => {
    const { db } = on.database;
    const { id: personId } = await makePerson(db, { roles: ['educator'] });
    const stranger = await makeEducator(db);
    const first = await send(personId, 'one');
    const id = await send(personId, 'two');
    expect(await findUpload(db, { id: first, personId, now })).toBeNull();
    expect(await findUpload(db, { id, personId: stranger, now })).toBeNull();
    const found = await findUpload(db, { id, personId, now });
    expect(found?.fileName).toBe('ab.zip');
    expect(found?.files).toEqual(packageWith('two'));
    const later = new Date(now.getTime() + 3_600_001);
    expect(await findUpload(db, { id, personId, now: later })).toBeNull();
    await send(stranger, 'three', later);
    expect(await db.$count(packageUploads)).toBe(1);
  });

  it('brings its reviews only from an admin, who attests them, and says so in the audit log', async () => {
    const { db } = on.database;
    const roles = [['educator'], ['educator', 'admin']] as const;
    for (const held of roles) {
      const { id: personId } = await makePerson(db, { roles: [...held] });
      const slug = `by-${held.length}`;
      const id = await send(personId, slug);
      const files = packageWith(slug);
      const person = { id: personId, roles: [...held] };
      const imported = await importUpload(db, { id, files, person, takesReviews: true, now });
      if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
      const isAdmin = held.length === 2;
      const versions = await versionsIn(db, `${slug}/assessment`);
      const live = versions.filter(({ status }) => status === 'live');
      expect(live).toHaveLength(isAdmin ? 11 : 0);
      const [event] = await db
        .select({ detail: auditEvents.detail, actorId: auditEvents.actorId })
        .from(auditEvents)
        .where(eq(auditEvents.subjectId, imported.value.activityVersionId));
      expect(event).toMatchObject({ actorId: personId, detail: { as: 'draft', takesReviews: isAdmin } });
      const approvals = db.$count(
        itemApprovals,
        and(eq(itemApprovals.itemVersionId, live[0]?.id ?? personId), eq(itemApprovals.kind, 'package'))
      );
      expect(await approvals).toBe(isAdmin ? 1 : 0);
      expect(await findUpload(db, { id, personId, now })).toBeNull();
    }
  });
});

describe('the sample', () => {
  it('is read with every file that a package has', () => {
    expect(sampleFiles().size).toBe(22);
  });
});
