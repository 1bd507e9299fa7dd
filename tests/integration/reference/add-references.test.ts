import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { readReferenceList } from '#lib/server/activity/read-reference-list.ts';
import { formerToken } from '#lib/domain/reference/pasted-row.ts';
import { readLibraryFilter } from '#lib/domain/reference/library-filter.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { addReferences } from '#lib/server/reference/add-references.ts';
import { previewPasted } from '#lib/server/reference/preview-pasted.ts';
import { readLibrary } from '#lib/server/reference/read-library.ts';
import { readPasted } from '#lib/server/reference/read-pasted.ts';
import { readReferenceRecord } from '#lib/server/reference/read-reference-record.ts';
import { saveReference } from '#lib/server/reference/save-reference.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';

const now = new Date('2026-12-01T08:00:00Z');

const ris = (...titles: string[]) =>
  titles.map((title) => `TY  - JOUR\nAU  - Ünal, Ada\nTI  - ${title}\nPY  - 2024\nER  - \n`).join('');

const KNOWN = 'TY  - JOUR\nTI  - Other words\nDO  - https://doi.org/10.1038/NATURE21349\nER  - \n';

/** Adds all that a text holds, as a person would who chose so in the preview. */
async function addAll(db: Executor, text: string) {
  const { rows } = await previewPasted(db, text);
  const choices = rows.map(({ record, former }) => ({ record, isAdded: true, former: formerToken(former) }));
  const { id: actorId } = await makePerson(db);
  return addReferences(db, { references: readPasted(text).references, choices, actorId, now });
}

const keysOf = (added: Awaited<ReturnType<typeof addReferences>>) =>
  added.ok ? added.value.added.map(({ citationKey }) => citationKey) : added.problem;

async function recordOf(db: Executor, citationKey: string) {
  const [row] = await db
    .select({ id: references.id })
    .from(references)
    .where(eq(references.citationKey, citationKey));
  const record = await readReferenceRecord(db, row?.id ?? '');
  if (record === null) throw new Error(`The library has no ${citationKey}.`);
  return record;
}

describeOnEachDatabase('adding references', (on) => {
  it('gives each a key of its own, finds it by its words, and writes who added it', async () => {
    const { db } = on.database;
    const added = await addAll(db, ris('One', 'Two'));
    expect(keysOf(added)).toEqual(['unal2024', 'unal2024a']);
    expect(keysOf(await addAll(db, ris('Three')))).toEqual(['unal2024b']);
    const filter = readLibraryFilter(new URLSearchParams('q=ünal two'));
    const { rows } = await readLibrary(db, { filter, page: 1, now });
    expect(rows.map(({ citationKey, csl }) => [citationKey, csl.id])).toEqual([['unal2024a', 'unal2024a']]);
    const id = added.ok ? (added.value.added[0]?.id ?? '') : '';
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(events.map(({ action }) => action)).toEqual(['reference.add-reference']);
  });

  it('shows what the library holds already, and what the paste holds twice, and writes nothing', async () => {
    const { db } = on.database;
    const before = await db.$count(references);
    const { rows } = await previewPasted(db, KNOWN + ris('Twice', 'TWICE.'));
    expect(rows.map(({ former }) => former)).toMatchObject([
      { kind: 'library', by: 'DOI', citationKey: 'chen2017' },
      null,
      { kind: 'pasted', by: 'title', record: 2 }
    ]);
    expect(await db.$count(references)).toBe(before);
  });

  it('leaves out what was not chosen', async () => {
    const { db } = on.database;
    const { references: read } = readPasted(ris('Chosen', 'Not chosen'));
    const choices = [
      { record: 1, isAdded: true, former: '' },
      { record: 2, isAdded: false, former: '' }
    ];
    const added = await addReferences(db, {
      references: read,
      choices,
      actorId: (await makePerson(db)).id,
      now
    });
    expect(added.ok && added.value.added).toHaveLength(1);
  });

  it('adds nothing where a colleague added the same meanwhile, and shows it', async () => {
    const { db } = on.database;
    const text = ris('Meanwhile', 'And another');
    const { rows } = await previewPasted(db, text);
    await addAll(db, ris('Meanwhile'));
    const before = await db.$count(references);
    const choices = rows.map(({ record, former }) => ({
      record,
      isAdded: true,
      former: formerToken(former)
    }));
    const { references: read } = readPasted(text);
    const added = await addReferences(db, {
      references: read,
      choices,
      actorId: (await makePerson(db)).id,
      now
    });
    expect(added).toMatchObject({
      ok: false,
      problem: { kind: 'changed-meanwhile', rows: [{ former: { by: 'title' } }, { former: null }] }
    });
    expect(await db.$count(references)).toBe(before);
  });

  it('adds a duplicate all the same where the person saw it and chose so', async () => {
    const { db } = on.database;
    expect(keysOf(await addAll(db, KNOWN))).toEqual(['other-nd']);
  });

  it('keeps that PubMed lists a paper as retracted', async () => {
    const { db } = on.database;
    await addAll(db, 'PMID- 7654321\nTI  - Taken back\nDP  - 2020\nPT  - Retracted Publication\n');
    const [row] = await db
      .select({ status: references.status })
      .from(references)
      .where(eq(references.citationKey, 'taken2020'));
    expect(row?.status).toBe('retracted');
  });

  it('takes graver doubt over to the one we have, once and with who did, and never lifts any', async () => {
    const { db } = on.database;
    const { id: actorId } = await makePerson(db);
    const paste = async (...kinds: string[]) => {
      const text = kinds.map((kind) => `PMID- 8765432\nTI  - Held\nDP  - 2021\nPT  - ${kind}\n`).join('\n');
      const { rows } = await previewPasted(db, text);
      const choices = rows.map(({ record, former }) => ({
        ...{ record, isAdded: former === null, former: formerToken(former) }
      }));
      return () => addReferences(db, { references: readPasted(text).references, choices, actorId, now });
    };
    const isTaken = (doubted: number) => ({ ok: true, value: { added: [], doubted } });
    expect(keysOf(await (await paste('Review'))())).toEqual(['held2021']);
    const late = await paste('Retracted Publication');
    expect(await (await paste('Review', 'Retracted Publication'))()).toEqual(isTaken(1));
    expect(await (await paste('Review'))()).toEqual(isTaken(0));
    // It was shown as current, and is not any more.
    expect(await late()).toEqual(isTaken(0));
    const { id } = await recordOf(db, 'held2021');
    const [row] = await db.select().from(references).where(eq(references.id, id));
    expect(row).toMatchObject({ status: 'retracted', statusChangedBy: actorId, statusChangedAt: now });
    expect(row?.statusNote).not.toBe('');
    const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(events.filter(({ action }) => action === 'reference.take-pasted-status')).toMatchObject([
      { actorId, before: { status: 'current' }, after: { status: 'retracted' } }
    ]);
  });

  it('asks again where the one we have was cleared since it was shown beside graver doubt', async () => {
    const { db } = on.database;
    const text = 'PMID- 8765433\nTI  - Cleared\nDP  - 2022\nPT  - Retracted Publication\n';
    const added = await addAll(db, text.replace('Retracted Publication', 'Review'));
    const referenceId = added.ok ? (added.value.added[0]?.id ?? '') : '';
    const { id: actorId } = await makePerson(db);
    const former = `${referenceId}:expression-of-concern`;
    const choices = [{ record: 1, isAdded: false, former }];
    const { references: read } = readPasted(text);
    expect(await addReferences(db, { references: read, choices, actorId, now })).toMatchObject({
      ok: false,
      problem: { kind: 'changed-meanwhile', rows: [{ former: { id: referenceId, status: 'current' } }] }
    });
  });
});

describeOnEachDatabase('the record of a reference', (on) => {
  it('is mended in the library, and reads as before in what is published', async () => {
    const { db } = on.database;
    const activity = await readActivity(db, 'resistance-to-immunotherapy');
    const published = () => readReferenceList(db, activity?.activityVersionId ?? '');
    const before = await published();
    const { id: referenceId, form, base } = await recordOf(db, 'chen2017');
    const mended = { ...form, title: 'A mended title' };
    const { id: actorId } = await makePerson(db);
    const saved = await saveReference(db, { referenceId, form: mended, base, twinSeen: '', actorId, now });
    expect(saved.ok).toBe(true);
    expect((await recordOf(db, 'chen2017')).form).toEqual(mended);
    expect(before.length).toBeGreaterThan(5);
    expect(await published()).toEqual(before);
  });

  it('is not overwritten where a colleague changed it meanwhile: theirs is shown', async () => {
    const { db } = on.database;
    const { id: referenceId, form, base } = await recordOf(db, 'sharma2017');
    const { id: actorId } = await makePerson(db);
    const save = (title: string, at: Date) =>
      saveReference(db, { referenceId, form: { ...form, title }, base, twinSeen: '', actorId, now: at });
    expect((await save('Theirs', now)).ok).toBe(true);
    expect(await save('Mine', new Date(now.getTime() + 1000))).toEqual({
      ok: false,
      problem: { kind: 'changed-meanwhile', theirs: { ...form, title: 'Theirs' }, base: now.toISOString() }
    });
    expect((await recordOf(db, 'sharma2017')).form.title).toBe('Theirs');
  });

  it('is refused with what is wrong at which field', async () => {
    const { db } = on.database;
    const { id: referenceId, form, base } = await recordOf(db, 'bindea2013');
    const { id: actorId } = await makePerson(db);
    const wrong = { ...form, DOI: 'x' };
    const saved = await saveReference(db, { referenceId, form: wrong, base, twinSeen: '', actorId, now });
    expect(saved).toMatchObject({ ok: false, problem: { kind: 'invalid', problems: [{ field: 'DOI' }] } });
  });

  it('becomes the same as another one only where that was shown beside it', async () => {
    const { db } = on.database;
    const { id: referenceId, form, base } = await recordOf(db, 'bindea2013');
    const { id: twinId, form: twin } = await recordOf(db, 'chen2017');
    const { id: actorId } = await makePerson(db);
    const save = (twinSeen: string) =>
      saveReference(db, { referenceId, form: { ...form, DOI: twin.DOI }, base, twinSeen, actorId, now });
    expect(await save('')).toMatchObject({
      ok: false,
      problem: { kind: 'duplicate', twin: { id: twinId, citationKey: 'chen2017', by: 'DOI' } }
    });
    expect((await save(twinId)).ok).toBe(true);
  });
});
