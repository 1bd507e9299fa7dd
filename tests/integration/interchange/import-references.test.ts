import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { importPackage, type ImportRequest } from '#lib/server/interchange/import-package.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makeEducator } from '../../support/review-steps.ts';
import { sampleFiles } from '../../support/sample-files.ts';

const now = new Date('2026-12-03T08:00:00Z');
const draft = { as: 'draft', takesReviews: false } as const;

/** The sample as an activity of its own, with fields of its references changed by key. */
function packageWith(slug: string, changes: Record<string, object>): Map<string, string> {
  const files = sampleFiles();
  const activity = (files.get('activity.json') ?? '').replace('"resistance-to-immunotherapy"', `"${slug}"`);
  const entries: { id: string }[] = JSON.parse(files.get('references.json') ?? '[]');
  const changed = entries.map((entry) => ({ ...entry, ...changes[entry.id] }));
  return files.set('activity.json', activity).set('references.json', JSON.stringify(changed));
}

const bringIn = async (db: Executor, files: Map<string, string>, request: Partial<ImportRequest> = {}) =>
  importPackage(db, { files, manner: draft, actorId: await makeEducator(db), now, ...request });

async function held(db: Executor, citationKey: string) {
  const [row] = await db.select().from(references).where(eq(references.citationKey, citationKey));
  if (!row) throw new Error(`The library has no ${citationKey}.`);
  return row;
}

const outcomeOf = (imported: Awaited<ReturnType<typeof bringIn>>, wanted: string) =>
  imported.ok ? imported.value.references.find(({ key }) => key === wanted) : imported.problem;

describeOnEachDatabase('the references of a package', (on) => {
  it('never overwrite another paper that has the same key here', async () => {
    const { db } = on.database;
    const before = await held(db, 'chen2017');
    const other = { title: 'Pharmacists and warfarin', DOI: '10.1000/other', PMID: '1' };
    expect(await bringIn(db, packageWith('foreign', { chen2017: other }))).toMatchObject({
      ok: false,
      problem: [
        { file: 'references.json', where: 'chen2017', why: expect.stringContaining('another reference') }
      ]
    });
    expect(await held(db, 'chen2017')).toEqual(before);
  });

  it('mend the record of the same paper', async () => {
    const { db } = on.database;
    const imported = await bringIn(db, packageWith('mended', { chen2017: { title: 'A mended title' } }));
    expect(outcomeOf(imported, 'chen2017')).toEqual({ key: 'chen2017', outcome: 'changed', twin: null });
    expect((await held(db, 'chen2017')).csl.title).toBe('A mended title');
  });

  it('are said to be here already under another key', async () => {
    const { db } = on.database;
    const files = packageWith('twins', {});
    for (const [path, text] of files) files.set(path, text.replaceAll('chen2017', 'chen17'));
    const imported = await bringIn(db, files);
    expect(outcomeOf(imported, 'chen17')).toEqual({ key: 'chen17', outcome: 'added', twin: 'chen2017' });
  });

  it('bring graver doubt about one that is known here, with who and an audit row, and never lift ours', async () => {
    const { db } = on.database;
    const actorId = await makeEducator(db);
    const custom = { number: 1, status: 'retracted', statusNote: 'Cell, 2026.' };
    const retracting = packageWith('retracting', { bindea2013: { custom } });
    const imported = await bringIn(db, retracting, { actorId });
    expect(outcomeOf(imported, 'bindea2013')).toMatchObject({ outcome: 'changed' });
    const row = await held(db, 'bindea2013');
    expect(row).toMatchObject({
      status: 'retracted',
      statusNote: 'Cell, 2026.',
      statusChangedBy: actorId,
      statusChangedAt: now
    });
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, row.id));
    expect(events).toMatchObject([{ action: 'reference.import-reference-status', actorId }]);

    await bringIn(db, packageWith('lifting', { bindea2013: { custom: { ...custom, status: 'corrected' } } }));
    expect((await held(db, 'bindea2013')).status).toBe('retracted');
  });

  it('keep what the package itself calls retracted from going live, as a named problem', async () => {
    const { db } = on.database;
    const custom = { number: 2, status: 'retracted', statusNote: 'Nature, 2026.' };
    const imported = await bringIn(db, packageWith('live', { chen2017: { custom } }), {
      manner: { as: 'live', takesReviews: true }
    });
    expect(imported).toMatchObject({ ok: false });
    expect(imported.ok ? [] : imported.problem.map(({ why }) => why).join()).toContain('retracted');
  });

  it('have a status with who brought it', async () => {
    const { db } = on.database;
    const actorId = await makeEducator(db);
    const files = packageWith('fresh', {
      chen2017: { custom: { status: 'corrected', statusNote: 'A figure.' }, DOI: '10.1000/fresh', PMID: '2' }
    });
    for (const [path, text] of files) files.set(path, text.replaceAll('chen2017', 'fresh2017'));
    await bringIn(db, files, { actorId });
    expect(await held(db, 'fresh2017')).toMatchObject({ status: 'corrected', statusChangedBy: actorId });
  });
});
