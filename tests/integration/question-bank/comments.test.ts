import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { addComment } from '#lib/server/question-bank/add-comment.ts';
import { askForChanges } from '#lib/server/question-bank/ask-for-changes.ts';
import { listItemComments } from '#lib/server/question-bank/list-item-comments.ts';
import { publishItem } from '#lib/server/question-bank/publish-item.ts';
import { resolveComment } from '#lib/server/question-bank/resolve-comment.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { AT, makeEducator, startApproved, startReview } from '../../support/review-steps.ts';

describeOnEachDatabase('comments on an item', (on) => {
  it('name their place, their author and the day, and are dealt with once', async () => {
    const { db } = on.database;
    const { versionId, authorId } = await startReview(db, 'P01');
    const actorId = await makeEducator(db, 'Reviewer');
    const step = { versionId, now: AT };
    const added = await addComment(db, { ...step, actorId, place: 'rationale:b', body: 'Say why.' });
    if (!added.ok) throw new Error(added.problem);
    const { commentId } = added.value;
    const resolved = { by: 'Ana Müller', at: AT };
    const comment = { id: commentId, place: 'rationale:b', body: 'Say why.', author: 'Ana Reviewer', at: AT };
    expect(await listItemComments(db, versionId)).toEqual([{ ...comment, resolved: null }]);
    const later = new Date('2026-12-03T12:00:00Z');
    await resolveComment(db, { ...step, actorId: authorId, commentId });
    await resolveComment(db, { versionId, actorId, commentId, now: later });
    expect(await listItemComments(db, versionId)).toEqual([{ ...comment, resolved }]);
    const rows = await db
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(
        and(eq(auditEvents.subjectId, versionId), eq(auditEvents.action, 'question-bank.resolve-comment'))
      );
    expect(rows).toHaveLength(1);
  });

  it('are refused at a place that the item does not have, and on what is published', async () => {
    const { db } = on.database;
    const { versionId, authorId } = await startApproved(db, 'P02');
    const comment = { versionId, actorId: authorId, now: AT, body: 'Hm.' };
    expect(await addComment(db, { ...comment, place: 'option:zz' })).toEqual({
      ok: false,
      problem: 'no-such-place'
    });
    expect(await addComment(db, { ...comment, place: 'stem', versionId: crypto.randomUUID() })).toEqual({
      ok: false,
      problem: 'no-such-version'
    });
    await publishItem(db, { versionId, actorId: authorId, now: AT });
    expect(await addComment(db, { ...comment, place: 'stem' })).toEqual({ ok: false, problem: 'published' });
  });

  it('belong to their version: one is not resolved through another', async () => {
    const { db } = on.database;
    const [one, other] = [await startReview(db, 'P03'), await startReview(db, 'P04')];
    const step = { actorId: one.authorId, now: AT };
    const added = await addComment(db, { ...step, versionId: one.versionId, place: 'stem', body: 'Hm.' });
    if (!added.ok) throw new Error(added.problem);
    const { commentId } = added.value;
    expect(await resolveComment(db, { ...step, versionId: other.versionId, commentId })).toEqual({
      ok: false,
      problem: 'no-such-comment'
    });
  });

  it('are enough to ask for changes while one is open; a note becomes one', async () => {
    const { db } = on.database;
    const { versionId } = await startReview(db, 'P05');
    const actorId = await makeEducator(db);
    const step = { versionId, actorId, now: AT };
    const added = await addComment(db, { ...step, place: 'stem', body: 'Hm.' });
    if (!added.ok) throw new Error(added.problem);
    await resolveComment(db, { ...step, commentId: added.value.commentId });
    expect(await askForChanges(db, { ...step, note: '' })).toMatchObject({
      problem: { kind: 'nothing-said' }
    });
    await addComment(db, { ...step, place: 'keyPoint', body: 'Sharper.' });
    expect(await askForChanges(db, { ...step, note: ' Mend it. ' })).toMatchObject({ ok: true });
    const comments = await listItemComments(db, versionId);
    expect(comments.map(({ place, body }) => [place, body])).toContainEqual(['item', 'Mend it.']);
  });
});
