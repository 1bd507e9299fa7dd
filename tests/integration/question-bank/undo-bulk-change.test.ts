import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { BulkChange } from '#lib/domain/question-bank/plan-bulk-change.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { itemVersions, objectives } from '#lib/server/db/schema/question-bank.ts';
import { addComment } from '#lib/server/question-bank/add-comment.ts';
import { applyBulkChange } from '#lib/server/question-bank/apply-bulk-change.ts';
import { askForChanges } from '#lib/server/question-bank/ask-for-changes.ts';
import { submitForReview } from '#lib/server/question-bank/submit-for-review.ts';
import { undoBulkChange } from '#lib/server/question-bank/undo-bulk-change.ts';
import { withdrawFromReview } from '#lib/server/question-bank/withdraw-from-review.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import {
  approve,
  AT,
  makeEducator,
  sampleItem,
  startApproved,
  startDraft,
  startReview,
  stateOf,
  versionsOf
} from '../../support/review-steps.ts';

const soon = new Date(AT.getTime() + 3_600_000);
const hard: BulkChange = { kind: 'difficulty', value: 'hard' };
const step = (value: string): BulkChange => ({ kind: 'state', value });

describeOnEachDatabase('undoing a bulk change', (on) => {
  type Made = { itemIds: string[]; actorId: string };

  async function change(value: BulkChange, { itemIds, actorId }: Made) {
    const { db } = on.database;
    const done = await applyBulkChange(db, { itemIds, change: value, actorId, now: AT });
    const bulkChangeId = done.ok ? done.value.bulkChangeId : null;
    return async () => {
      const undone = await undoBulkChange(db, { bulkChangeId: bulkChangeId ?? '', actorId, now: soon });
      return undone.ok ? undone.value : undone.problem;
    };
  }

  const factsOf = async (db: Executor, versionId: string) => {
    const { objectiveId, difficulty, lintErrors } = itemVersions;
    const [row] = await db
      .select({ objectiveId, difficulty, lintErrors })
      .from(itemVersions)
      .where(eq(itemVersions.id, versionId));
    return row;
  };

  it('leaves a draft alone that was submitted since, and takes back the rest', async () => {
    const { db } = on.database;
    const [one, two] = [await startDraft(db, 'P01'), await startDraft(db, 'P02')];
    const undo = await change(hard, { itemIds: [one.itemId, two.itemId], actorId: await makeEducator(db) });
    const submitted = await submitForReview(db, {
      versionId: one.versionId,
      actorId: one.authorId,
      now: soon
    });
    expect(submitted.ok).toBe(true);
    expect(await undo()).toEqual({ undone: 1, kept: 1 });
    expect(await stateOf(db, one.versionId)).toEqual({ status: 'in-review', revision: 2 });
    expect((await factsOf(db, one.versionId))?.difficulty).toBe('hard');
    expect((await factsOf(db, two.versionId))?.difficulty).not.toBe('hard');
  });

  it('keeps next versions to which somebody added something, and removes the others with their authors', async () => {
    const { db } = on.database;
    const names = ['P03', 'P04', 'P05', 'P06'];
    const itemIds: string[] = [];
    for (const name of names) itemIds.push(await sampleItem(db, name));
    const actorId = await makeEducator(db);
    const undo = await change({ kind: 'difficulty', value: 'hard' }, { itemIds, actorId });
    const newest = async (itemId = '') => (await versionsOf(db, itemId)).at(-1);
    const versionIds: string[] = [];
    for (const itemId of itemIds) versionIds.push((await newest(itemId))?.id ?? '');
    const [commented = '', reasoned = '', kept = ''] = versionIds;
    const comment = { versionId: commented, place: 'stem', body: 'Why?', actorId, now: soon };
    expect((await addComment(db, comment)).ok).toBe(true);
    await db.execute(sql`insert into item_lint_overrides (item_version_id, rule, place, what, reason, person_id, created_at)
      values (${reasoned}, 'L06', 'stem', 'A word.', 'It is the usual word here.', ${actorId}, ${soon.toISOString()})`);
    await db.execute(sql`insert into item_kept_drafts (id, item_version_id, revision, reason, draft, kept_at)
      values (${randomUUID()}, ${kept}, 1, 'set-aside', '{}', ${soon.toISOString()})`);
    expect(await undo()).toEqual({ undone: 1, kept: 3 });
    const left = [];
    for (const itemId of itemIds) left.push((await versionsOf(db, itemId)).length);
    expect(left).toEqual([2, 2, 2, 1]);
  });

  it('of a submission leaves alone what was approved since, and gives the rest back as it was', async () => {
    const { db } = on.database;
    const [one, two, asked] = [
      await startDraft(db, 'P07'),
      await startDraft(db, 'P08'),
      await startReview(db, 'P09')
    ];
    const reviewer = await makeEducator(db);
    const note = 'Say when.';
    const back = await askForChanges(db, { versionId: asked.versionId, actorId: reviewer, now: AT, note });
    expect(back.ok).toBe(true);
    const itemIds = [one.itemId, two.itemId, asked.itemId];
    const undo = await change(step('submit'), { itemIds, actorId: one.authorId });
    expect((await approve(db, one.versionId, reviewer)).ok).toBe(true);
    expect(await undo()).toEqual({ undone: 2, kept: 1 });
    expect(await stateOf(db, one.versionId)).toEqual({ status: 'approved', revision: 1 });
    expect((await stateOf(db, two.versionId))?.status).toBe('draft');
    expect((await stateOf(db, asked.versionId))?.status).toBe('changes-asked');
  });

  it('of an objective takes it away again where there was none; both are linted', async () => {
    const { db } = on.database;
    const { itemId, versionId, authorId } = await startDraft(db, 'P10');
    await db
      .update(itemVersions)
      .set({ objectiveId: null, lintErrors: 1 })
      .where(eq(itemVersions.id, versionId));
    const [objective] = await db.select({ id: objectives.id }).from(objectives).limit(1);
    const value = objective?.id ?? '';
    const undo = await change({ kind: 'objective', value }, { itemIds: [itemId], actorId: authorId });
    expect(await factsOf(db, versionId)).toMatchObject({ objectiveId: value, lintErrors: 0 });
    expect(await undo()).toEqual({ undone: 1, kept: 0 });
    expect(await factsOf(db, versionId)).toMatchObject({ objectiveId: null, lintErrors: 1 });
  });

  it('gives back to review what it took out of it', async () => {
    const { db } = on.database;
    const [read, approved] = [await startReview(db, 'P11'), await startApproved(db, 'P12')];
    const itemIds = [read.itemId, approved.itemId];
    const undo = await change(hard, { itemIds, actorId: await makeEducator(db) });
    expect((await stateOf(db, approved.versionId))?.status).toBe('draft');
    expect(await undo()).toEqual({ undone: 2, kept: 0 });
    for (const { versionId } of [read, approved]) {
      expect((await stateOf(db, versionId))?.status).toBe('in-review');
      expect((await factsOf(db, versionId))?.difficulty).not.toBe('hard');
    }
  });

  it('of a withdrawal gives the versions to their reviewers again, but for what cannot go there any more', async () => {
    const { db } = on.database;
    const { itemId, versionId, authorId } = await startReview(db, 'A01');
    const other = await startReview(db, 'A02');
    await db.execute(sql`insert into item_version_authors values (${other.versionId}, ${authorId})`);
    const undo = await change(step('withdraw'), { itemIds: [itemId, other.itemId], actorId: authorId });
    await db.execute(sql`update item_citations set verification = 'needs-expert-review'
      where item_version_id = ${other.versionId}`);
    expect(await undo()).toEqual({ undone: 1, kept: 1 });
    expect((await stateOf(db, versionId))?.status).toBe('in-review');
    expect((await stateOf(db, other.versionId))?.status).toBe('draft');
    const withdrawn = await withdrawFromReview(db, { versionId, actorId: authorId, now: soon });
    expect(withdrawn.ok).toBe(true);
  });
});

describeOnEachDatabase('who changes many items at once', (on) => {
  const refusedApproval = async (versionId: string, actorId: string) => {
    const revision = (await stateOf(on.database.db, versionId))?.revision ?? 0;
    const approved = await approve(on.database.db, versionId, actorId, revision);
    return approved.ok ? null : approved.problem.kind;
  };

  it('wrote in all of them, and approves none', async () => {
    const { db } = on.database;
    const [draft, read] = [await startDraft(db, 'P01'), await startReview(db, 'P02')];
    const live = await sampleItem(db, 'P03');
    const actorId = await makeEducator(db);
    const itemIds = [draft.itemId, read.itemId, live];
    await applyBulkChange(db, { itemIds, change: hard, actorId, now: AT });
    const made = (await versionsOf(db, live)).at(-1)?.id ?? '';
    for (const versionId of [draft.versionId, read.versionId, made]) {
      const submitted = await submitForReview(db, { versionId, actorId: draft.authorId, now: soon });
      expect(submitted.ok).toBe(true);
      expect(await refusedApproval(versionId, actorId)).toBe('own-item');
      expect(await refusedApproval(versionId, await makeEducator(db))).toBeNull();
    }
  });

  it('may approve what they only tagged or submitted', async () => {
    const { db } = on.database;
    const { itemId, versionId } = await startDraft(db, 'P04');
    const actorId = await makeEducator(db);
    const itemIds = [itemId];
    await applyBulkChange(db, { itemIds, change: { kind: 'add-tag', value: 't' }, actorId, now: AT });
    await applyBulkChange(db, { itemIds, change: step('submit'), actorId, now: AT });
    expect(await refusedApproval(versionId, actorId)).toBeNull();
  });
});
