import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readReferenceForm } from '#lib/domain/reference/read-reference-form.ts';
import { BLANK_REFERENCE } from '#lib/domain/reference/reference-form.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { itemVersionReferences } from '#lib/server/db/schema/question-bank.ts';
import { publishItem } from '#lib/server/question-bank/publish-item.ts';
import { readItemDraft } from '#lib/server/question-bank/read-item-draft.ts';
import { saveItemDraft } from '#lib/server/question-bank/save-item-draft.ts';
import { submitForReview } from '#lib/server/question-bank/submit-for-review.ts';
import { addReferences } from '#lib/server/reference/add-references.ts';
import { changeReferenceStatus } from '#lib/server/reference/change-reference-status.ts';
import { readReferenceRecord } from '#lib/server/reference/read-reference-record.ts';
import { saveReference } from '#lib/server/reference/save-reference.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';
import { approve, AT, makeEducator, startDraft } from '../../support/review-steps.ts';
import { begin, places, question, submit } from '../../support/sitting.ts';

/** A reference that no activity lists. */
async function addUnlisted(db: Executor, actorId: string) {
  const read = readReferenceForm({ ...BLANK_REFERENCE, title: 'As it was', authors: 'Ünal, Ada' }, null);
  if (!read.ok) throw new Error('The form is refused.');
  const added = await addReferences(db, {
    references: [{ ...read.value, record: 1, line: 1, status: 'current', statusNote: '' }],
    choices: [{ record: 1, isAdded: true, former: '' }],
    actorId,
    now: AT
  });
  const [entry] = added.ok ? added.value.added : [];
  if (!entry) throw new Error('Nothing was added.');
  return entry;
}

/** Publishes a version of a practice item of the sample that cites only this reference. */
async function publishCiting(db: Executor, citationKey: string): Promise<string> {
  const { versionId, authorId } = await startDraft(db, 'P01');
  const found = await readItemDraft(db, versionId);
  if (!found) throw new Error('There is no draft.');
  const citations = found.draft.citations.slice(0, 1).map((citation) => ({ ...citation, citationKey }));
  const draft = { ...found.draft, citations };
  await saveItemDraft(db, { versionId, baseRevision: found.revision, draft, actorId: authorId, now: AT });
  await submitForReview(db, { versionId, actorId: authorId, now: AT });
  await approve(db, versionId, await makeEducator(db), found.revision + 1);
  const published = await publishItem(db, { versionId, actorId: authorId, now: AT });
  if (!published.ok) throw new Error(JSON.stringify(published.problem));
  return versionId;
}

const textOf = (parts: { text: string }[]) => parts.map(({ text }) => text).join('');

describeOnEachDatabase('a reference that an item cites and no list holds', (on) => {
  it('reads in the feedback as when the item went live, with its status of today', async () => {
    const { db } = on.database;
    const actorId = await makeEducator(db);
    const { id, citationKey } = await addUnlisted(db, actorId);
    const versionId = await publishCiting(db, citationKey);
    const sitting = await begin(db, 'practice');
    const position = (await places(db, sitting)).find((place) => place.itemVersionId === versionId)?.position;
    await submit(db, sitting, { position: position ?? 0 });
    const shown = async () => (await question(db, sitting, position ?? 0)).feedback?.citations[0];
    expect(textOf((await shown())?.reference ?? [])).toContain('As it was');

    const record = await readReferenceRecord(db, id);
    const form = { ...BLANK_REFERENCE, title: 'Other words' };
    await saveReference(db, {
      referenceId: id,
      form,
      base: record?.base ?? '',
      twinSeen: '',
      actorId,
      now: AT
    });
    const status = 'retracted' as const;
    await changeReferenceStatus(db, { referenceId: id, status, note: 'Taken back.', actorId, now: AT });

    expect(textOf((await shown())?.reference ?? [])).toContain('As it was');
    expect(await shown()).toMatchObject({ number: null, status: 'retracted' });
  });

  it('cannot be rewritten in the database either', async () => {
    const { db } = on.database;
    const [row] = await db.select({ id: itemVersionReferences.itemVersionId }).from(itemVersionReferences);
    const rows = eq(itemVersionReferences.itemVersionId, row?.id ?? '');
    await refusedByDatabase(
      db
        .update(itemVersionReferences)
        .set({ csl: sql`'{}'::jsonb` })
        .where(rows)
    );
    await refusedByDatabase(db.delete(itemVersionReferences).where(rows));
  });
});
