import { and, eq, like } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { draftOfForm } from '#lib/domain/question-bank/item-form.ts';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import { readNewItem } from '#lib/domain/question-bank/read-new-item.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { items, itemTags, questionBanks } from '#lib/server/db/schema/question-bank.ts';
import { createItem } from '#lib/server/question-bank/create-item.ts';
import { keepDraftAside } from '#lib/server/question-bank/keep-draft-aside.ts';
import { readItemEditor, readKeptDraft } from '#lib/server/question-bank/read-item-editor.ts';
import { saveItemDraft } from '#lib/server/question-bank/save-item-draft.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { approve, AT, makeEducator, startDraft, startReview } from '../../support/review-steps.ts';

const minutesLater = (minutes: number) => new Date(AT.getTime() + minutes * 60_000);

const readShown = async (db: Executor, versionId: string) => (await readItemEditor(db, versionId)).shown;

function stretches(db: Executor, versionId: string) {
  const { actorId, subjectId, action } = auditEvents;
  return db
    .select({ actorId })
    .from(auditEvents)
    .where(and(eq(subjectId, versionId), eq(action, 'question-bank.save-item-draft')));
}

/** A draft of a sample item with its content, and its author. */
async function begin(db: Executor, externalId: string) {
  const started = await startDraft(db, externalId);
  const { draft } = await readShown(db, started.versionId);
  const save = (
    changed: Partial<ItemDraft>,
    more: { baseRevision: number; now?: Date; actorId?: string; overwrites?: boolean }
  ) =>
    saveItemDraft(db, {
      ...{ versionId: started.versionId, actorId: started.authorId, now: AT, ...more },
      draft: { ...draft, ...changed }
    });
  return { ...started, draft, save };
}

describeOnEachDatabase('the draft of an item', (on) => {
  describe('saving', () => {
    it('writes every part, raises the revision, and makes the item found by its new words', async () => {
      const { db } = on.database;
      const { itemId, versionId, draft, save } = await begin(db, 'P01');
      const changed = {
        stem: 'A case.\n\nWhich term fits?',
        options: draft.options.toReversed().map((option) => ({ ...option, text: `Zirconium ${option.id}` })),
        citations: draft.citations.toReversed(),
        difficulty: 'hard'
      } as const;
      expect(await save(changed, { baseRevision: 1 })).toEqual({
        ok: true,
        value: { revision: 2, savedAt: AT }
      });
      const { shown, view } = await readItemEditor(db, versionId);
      expect(shown).toMatchObject({ revision: 2, draft: { ...draft, ...changed } });
      expect(view.edited).toEqual({ at: AT, by: 'Ana Müller' });
      const [item] = await db.select({ text: items.searchText }).from(items).where(eq(items.id, itemId));
      expect(item?.text).toContain('zirconium');
    });

    it('acknowledges the same draft again without a new revision: its first answer may have got lost', async () => {
      const { db } = on.database;
      const { save } = await begin(db, 'P02');
      await save({ keyPoint: 'Once.' }, { baseRevision: 1 });
      expect(await save({ keyPoint: 'Once.' }, { baseRevision: 1 })).toMatchObject({
        value: { revision: 2 }
      });
    });

    it('adds and takes off only the tags that the author changed', async () => {
      const { db } = on.database;
      const { versionId, draft, authorId } = await begin(db, 'P03');
      const input = { versionId, draft, baseRevision: 1, actorId: authorId, now: AT };
      await saveItemDraft(db, { ...input, tags: { added: ['mine', 'old'], removed: [] } });
      await saveItemDraft(db, { ...input, tags: { added: ['theirs'], removed: [] } });
      await saveItemDraft(db, { ...input, tags: { added: ['new'], removed: ['old'] } });
      expect((await readItemEditor(db, versionId)).view.tags).toEqual(['mine', 'new', 'theirs']);
    });

    it('records a stretch of editing once: by another person, or after half an hour, it is a new one', async () => {
      const { db } = on.database;
      const { versionId, authorId, save } = await begin(db, 'P04');
      const colleague = await makeEducator(db, 'Okafor');
      await save({ keyPoint: '1' }, { baseRevision: 1 });
      await save({ keyPoint: '2' }, { baseRevision: 2, now: minutesLater(10) });
      await save({ keyPoint: '3' }, { baseRevision: 3, now: minutesLater(20), actorId: colleague });
      await save({ keyPoint: '4' }, { baseRevision: 4, now: minutesLater(60), actorId: colleague });
      const actors = (await stretches(db, versionId)).map(({ actorId }) => actorId);
      expect(actors).toEqual([authorId, colleague, colleague]);
      expect(await approve(db, versionId, colleague, 5)).toMatchObject({ ok: false });
    });

    it('refuses what the tables cannot hold, names the field, and writes nothing', async () => {
      const { db } = on.database;
      const { versionId, draft, save } = await begin(db, 'P05');
      const [citation] = draft.citations;
      if (!citation) throw new Error('P05 cites something');
      const citations = [{ ...citation, citationKey: 'nobody1999' }];
      const refused = await save({ citations, objectiveId: crypto.randomUUID() }, { baseRevision: 1 });
      expect(refused).toMatchObject({
        problem: {
          kind: 'invalid',
          problems: [{ field: 'objective' }, { field: 'citation-1-passage' }]
        }
      });
      expect(await readShown(db, versionId)).toMatchObject({ revision: 1, draft });
    });

    it('leaves a version under review alone', async () => {
      const { db } = on.database;
      const { versionId, authorId } = await startReview(db, 'P06');
      const { draft } = await readShown(db, versionId);
      const input = { versionId, baseRevision: 1, actorId: authorId, now: AT };
      const changed = { ...draft, keyPoint: 'Changed.' };
      expect(await saveItemDraft(db, { ...input, draft: changed })).toEqual({
        ok: false,
        problem: { kind: 'not-editable' }
      });
    });
  });

  describe('two people', () => {
    it('on the same revision: the second gets both versions, and whichever is kept, the other can be read', async () => {
      const { db } = on.database;
      const { itemId, versionId, save } = await begin(db, 'P07');
      const colleague = await makeEducator(db, 'Okafor');
      await save({ keyPoint: 'By Müller.' }, { baseRevision: 1 });
      const mine = { keyPoint: 'By Okafor.' };
      expect(await save(mine, { baseRevision: 1, actorId: colleague })).toMatchObject({
        ok: false,
        problem: { kind: 'conflict', byName: 'Ana Müller', theirs: { draft: { keyPoint: 'By Müller.' } } }
      });
      await save(mine, { baseRevision: 2, actorId: colleague, overwrites: true });
      const { shown, view } = await readItemEditor(db, versionId);
      expect(shown).toMatchObject({ revision: 3, draft: mine });
      expect(view.copies).toMatchObject([{ reason: 'overwritten', byName: 'Ana Müller', version: 2 }]);
      const copy = await readKeptDraft(db, { copyId: view.copies[0]?.id ?? '', itemId });
      expect(copy?.draft.keyPoint).toBe('By Müller.');
    });

    it('who take the version of the other keep their own beside it', async () => {
      const { db } = on.database;
      const { itemId, versionId, authorId, draft } = await begin(db, 'P08');
      const mine = { ...draft, keyPoint: 'Mine.' };
      const tags = { added: ['mine'], removed: [] };
      await keepDraftAside(db, { versionId, baseRevision: 1, draft: mine, tags, actorId: authorId, now: AT });
      const { shown, view } = await readItemEditor(db, versionId);
      expect(await db.$count(itemTags, and(eq(itemTags.itemId, itemId), eq(itemTags.tag, 'mine')))).toBe(1);
      expect(shown.draft.keyPoint).toBe(draft.keyPoint);
      expect(view.copies).toMatchObject([{ reason: 'set-aside' }]);
    });

    it('who save at the same moment lose nothing: one is stored, the others are told', async () => {
      const { db } = on.database;
      const { versionId, save } = await begin(db, 'A01');
      const points = ['1', '2', '3', '4'];
      const outcomes = await Promise.all(points.map((keyPoint) => save({ keyPoint }, { baseRevision: 1 })));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      const winner = points[outcomes.findIndex(({ ok }) => ok)];
      expect(await readShown(db, versionId)).toMatchObject({ revision: 2, draft: { keyPoint: winner } });
      for (const outcome of outcomes) {
        if (!outcome.ok) expect(outcome.problem).toMatchObject({ theirs: { draft: { keyPoint: winner } } });
      }
    });

    it('find a copy only at its own item', async () => {
      const { db } = on.database;
      const copyId = crypto.randomUUID();
      expect(await readKeptDraft(db, { copyId, itemId: crypto.randomUUID() })).toBeNull();
    });
  });

  it('keeps a copy when a change of type takes text out', async () => {
    const { db } = on.database;
    const { versionId, draft, save } = await begin(db, 'A02');
    const options = ['true', 'false'].map((id) => ({
      ...{ id, text: id === 'true' ? 'True' : 'False', rationale: '', isKey: id === 'true' },
      ...{ matchTargetId: null, keyPosition: null, tolerance: null }
    }));
    await save({ type: 'true-false', select: 1, options, targets: [] }, { baseRevision: 1 });
    const { view } = await readItemEditor(db, versionId);
    expect(view.copies).toMatchObject([{ reason: 'type-changed' }]);
    await save({ ...draft, keyPoint: 'Back.' }, { baseRevision: 2 });
    expect((await readItemEditor(db, versionId)).view.copies).toHaveLength(1);
  });

  describe('a new item', () => {
    const blank = draftOfForm(readNewItem(new Map([['type', ['matching']]])).form);

    it('gets the next free id of its own, also when several begin at once', async () => {
      const { db } = on.database;
      const [bank] = await db
        .select({ id: questionBanks.id })
        .from(questionBanks)
        .where(like(questionBanks.code, '%/practice'));
      const input = { bankId: bank?.id ?? '', draft: blank, actorId: await makeEducator(db), now: AT };
      const created = await Promise.all([1, 2, 3].map(() => createItem(db, input)));
      const ids = created.flatMap((one) => (one.ok ? [one.value.externalId] : []));
      expect(ids.toSorted()).toEqual(['N01', 'N02', 'N03']);
      const [first] = created;
      if (!first?.ok) throw new Error('No item was created.');
      expect(await readShown(db, first.value.versionId)).toMatchObject({
        ...{ version: 1, revision: 1, status: 'draft', createdBy: input.actorId, draft: blank }
      });
      expect(await approve(db, first.value.versionId, input.actorId)).toMatchObject({ ok: false });
    });

    it('needs a bank', async () => {
      const { db } = on.database;
      const input = { bankId: crypto.randomUUID(), draft: blank, actorId: await makeEducator(db), now: AT };
      expect(await createItem(db, input)).toEqual({ ok: false, problem: { kind: 'no-such-bank' } });
    });
  });
});
