import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { itemOptions, itemVersions } from '#lib/server/db/schema/question-bank.ts';
import { reviewSettings } from '#lib/server/db/schema/question-bank-review.ts';
import { askForChanges } from '#lib/server/question-bank/ask-for-changes.ts';
import { publishItem } from '#lib/server/question-bank/publish-item.ts';
import { readItemDraft } from '#lib/server/question-bank/read-item-draft.ts';
import { retireItem } from '#lib/server/question-bank/retire-item.ts';
import { startNextVersion } from '#lib/server/question-bank/start-next-version.ts';
import { submitForReview } from '#lib/server/question-bank/submit-for-review.ts';
import { withdrawFromReview } from '#lib/server/question-bank/withdraw-from-review.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { insertItemVersion } from '../../support/item-version-sql.ts';
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

describeOnEachDatabase('the review of an item', (on) => {
  describe('the next version', () => {
    it('begins as a draft with the content of the live one, which stays live', async () => {
      const { db } = on.database;
      const { itemId, versionId } = await startDraft(db, 'P01');
      const [live, draft] = await versionsOf(db, itemId);
      expect(live).toMatchObject({ version: 1, status: 'live' });
      expect(draft).toMatchObject({ id: versionId, version: 2, status: 'draft', revision: 1 });
      const [one, other] = [await readItemDraft(db, live?.id ?? ''), await readItemDraft(db, versionId)];
      expect(other?.draft).toEqual(one?.draft);
      expect(other?.draft.options.length).toBeGreaterThan(2);
    });

    it('is not started while the newest one is under review, nor for an item that does not exist', async () => {
      const { db } = on.database;
      const { itemId, authorId } = await startReview(db, 'P03');
      const start = { actorId: authorId, now: AT };
      expect(await startNextVersion(db, { ...start, itemId })).toEqual({
        ok: false,
        problem: 'under-review'
      });
      expect(await startNextVersion(db, { ...start, itemId: crypto.randomUUID() })).toEqual({
        ok: false,
        problem: 'no-such-item'
      });
    });
  });

  describe('submitting', () => {
    it('refuses a draft that is not whole, and says what is missing and where', async () => {
      const { db } = on.database;
      const { versionId, authorId } = await startDraft(db, 'P04');
      await db.update(itemVersions).set({ objectiveId: null }).where(eq(itemVersions.id, versionId));
      await db
        .update(itemOptions)
        .set({ rationale: ' ' })
        .where(and(eq(itemOptions.itemVersionId, versionId), eq(itemOptions.position, 2)));
      const submitted = await submitForReview(db, { versionId, actorId: authorId, now: AT });
      expect(submitted).toMatchObject({
        ok: false,
        problem: {
          kind: 'not-whole',
          faults: [
            { fault: 'no objective', places: ['objective'] },
            { fault: 'an option without rationale', places: ['rationale:b'] }
          ]
        }
      });
      expect(await stateOf(db, versionId)).toEqual({ status: 'draft', revision: 1 });
    });

    it('makes whoever submits what nobody wrote here answer for it', async () => {
      const { db } = on.database;
      const { version: versionId } = await insertItemVersion(db, { approval: 'none' });
      const actorId = await makeEducator(db);
      expect(await submitForReview(db, { versionId, actorId, now: AT })).toEqual({ ok: true, value: null });
      expect(await approve(db, versionId, actorId)).toEqual({ ok: false, problem: { kind: 'own-item' } });
      expect(await approve(db, versionId, await makeEducator(db))).toMatchObject({ ok: true });
    });

    it('is done once', async () => {
      const { db } = on.database;
      const { versionId, authorId } = await startReview(db, 'P05');
      expect(await submitForReview(db, { versionId, actorId: authorId, now: AT })).toEqual({
        ok: false,
        problem: { kind: 'wrong-state' }
      });
    });
  });

  describe('approving', () => {
    it('is refused to the author, to whoever approved already, and for an earlier revision', async () => {
      const { db } = on.database;
      const { versionId, authorId } = await startReview(db, 'P06');
      const reviewer = await makeEducator(db);
      expect(await approve(db, versionId, authorId)).toEqual({ ok: false, problem: { kind: 'own-item' } });
      expect(await approve(db, versionId, reviewer, 7)).toEqual({
        ok: false,
        problem: { kind: 'changed-meanwhile' }
      });
      expect(await approve(db, versionId, reviewer)).toEqual({ ok: true, value: { approvalsLeft: 0 } });
      expect(await approve(db, versionId, reviewer)).toEqual({
        ok: false,
        problem: { kind: 'already-approved' }
      });
    });

    it('moves the version on with the last approval that is needed, not before', async () => {
      const { db } = on.database;
      await db.update(reviewSettings).set({ approvalsNeeded: 2 });
      const { versionId, authorId } = await startReview(db, 'P07');
      await approve(db, versionId, await makeEducator(db));
      expect(await stateOf(db, versionId)).toMatchObject({ status: 'in-review' });
      expect(await publishItem(db, { versionId, actorId: authorId, now: AT })).toEqual({
        ok: false,
        problem: { kind: 'too-few-approvals', left: 1 }
      });
      await approve(db, versionId, await makeEducator(db));
      expect(await stateOf(db, versionId)).toMatchObject({ status: 'approved' });
      await db.update(reviewSettings).set({ approvalsNeeded: 1 });
    });
  });

  describe('coming back from review', () => {
    it('voids the approvals: the same text needs new ones', async () => {
      const { db } = on.database;
      const { versionId, authorId } = await startApproved(db, 'P10');
      expect(await withdrawFromReview(db, { versionId, actorId: authorId, now: AT })).toEqual({
        ok: true,
        value: { revision: 2 }
      });
      await submitForReview(db, { versionId, actorId: authorId, now: AT });
      expect(await publishItem(db, { versionId, actorId: authorId, now: AT })).toEqual({
        ok: false,
        problem: { kind: 'too-few-approvals', left: 1 }
      });
    });

    it('is asked for by a reviewer who says why, not by the author', async () => {
      const { db } = on.database;
      const { versionId, authorId } = await startReview(db, 'A01');
      const ask = { versionId, now: AT };
      const reviewer = await makeEducator(db);
      expect(await askForChanges(db, { ...ask, note: ' ', actorId: reviewer })).toEqual({
        ok: false,
        problem: { kind: 'nothing-said' }
      });
      expect(await askForChanges(db, { ...ask, note: 'Mend it.', actorId: authorId })).toEqual({
        ok: false,
        problem: { kind: 'wrong-state' }
      });
      expect(await askForChanges(db, { ...ask, note: 'Mend it.', actorId: reviewer })).toEqual({
        ok: true,
        value: { revision: 2 }
      });
      expect(await stateOf(db, versionId)).toEqual({ status: 'changes-asked', revision: 2 });
    });
  });

  describe('publishing', () => {
    it('retires the version that was live in the same step', async () => {
      const { db } = on.database;
      const { itemId, versionId, authorId } = await startApproved(db, 'A02');
      expect(await publishItem(db, { versionId, actorId: authorId, now: AT })).toEqual({
        ok: true,
        value: { retiredVersion: 1 }
      });
      expect(await versionsOf(db, itemId)).toMatchObject([
        { version: 1, status: 'retired', retiredAt: AT },
        { version: 2, status: 'live', publishedAt: AT }
      ]);
    });

    it('is refused from a draft', async () => {
      const { db } = on.database;
      const { versionId, authorId } = await startDraft(db, 'A04');
      expect(await publishItem(db, { versionId, actorId: authorId, now: AT })).toEqual({
        ok: false,
        problem: { kind: 'wrong-state' }
      });
    });
  });

  it('ends with retiring: no version is live, and the next one can be written', async () => {
    const { db } = on.database;
    const itemId = await sampleItem(db, 'A05');
    const actorId = await makeEducator(db);
    expect(await retireItem(db, { itemId, actorId, now: AT })).toMatchObject({
      ok: true,
      value: { version: 1 }
    });
    expect(await retireItem(db, { itemId, actorId, now: AT })).toEqual({
      ok: false,
      problem: { kind: 'not-live' }
    });
    expect(await startNextVersion(db, { itemId, actorId, now: AT })).toMatchObject({ ok: true });
  });

  it('leaves an audit row for every step', async () => {
    const { db } = on.database;
    const { versionId, authorId } = await startApproved(db, 'A08');
    await publishItem(db, { versionId, actorId: authorId, now: AT });
    const rows = await db
      .select({ action: auditEvents.action })
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, versionId))
      .orderBy(auditEvents.id);
    expect(rows.map(({ action }) => action.replace('question-bank.', ''))).toEqual([
      'start-next-version',
      'submit-for-review',
      'approve',
      'publish'
    ]);
  });
});
