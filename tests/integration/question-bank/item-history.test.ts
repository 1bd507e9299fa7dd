import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { countAttemptsByVersion } from '#lib/server/attempt/count-attempts-by-version.ts';
import { readEffect } from '#lib/server/attempt/read-effect.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { itemVersions } from '#lib/server/db/schema/question-bank.ts';
import { compareVersions } from '#lib/server/question-bank/compare-versions.ts';
import { publishItem } from '#lib/server/question-bank/publish-item.ts';
import { readItemHistory } from '#lib/server/question-bank/read-item-history.ts';
import { readReview } from '#lib/server/question-bank/read-review.ts';
import { readReviewSettings } from '#lib/server/question-bank/read-review-settings.ts';
import { updateReviewSettings } from '#lib/server/question-bank/update-review-settings.ts';
import { withdrawFromReview } from '#lib/server/question-bank/withdraw-from-review.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { AT, makeEducator, startApproved, startDraft, versionsOf } from '../../support/review-steps.ts';
import { begin, places } from '../../support/sitting.ts';

describeOnEachDatabase('the history of an item', (on) => {
  it('names every version with who did what, and approvals that count no more', async () => {
    const { db } = on.database;
    const { itemId, versionId, authorId } = await startApproved(db, 'P01');
    await withdrawFromReview(db, { versionId, actorId: authorId, now: AT });
    const history = await readItemHistory(db, itemId);
    expect(history?.name.externalId).toBe('P01');
    expect(history?.versions).toMatchObject([
      {
        ...{ version: 2, status: 'draft', startedBy: 'Ana Müller', startedAt: AT, authors: ['Ana Müller'] },
        approvals: [{ name: 'Ana Müller', at: AT, isVoid: true }]
      },
      { version: 1, status: 'live', startedBy: null, authors: [], approvals: [{ name: null, isVoid: false }] }
    ]);
    expect(await readItemHistory(db, crypto.randomUUID())).toBeNull();
  });

  it('says how many attempts rest on a version, also after the next one is live', async () => {
    const { db } = on.database;
    const sitting = await begin(db, 'practice');
    const [drawn] = await places(db, sitting);
    const versionId = drawn?.itemVersionId ?? '';
    const unused = crypto.randomUUID();
    const counts = await countAttemptsByVersion(db, [versionId, unused]);
    expect(counts.get(versionId)).toBeGreaterThanOrEqual(1);
    expect(counts.get(unused)).toBe(0);
    const effect = await readEffect(db, { versionId, version: 1 });
    expect(effect).toEqual({ version: 1, attempts: counts.get(versionId) });
  });

  it('compares two versions word by word, after what changed in plain words', async () => {
    const { db } = on.database;
    const { itemId, versionId } = await startDraft(db, 'P02');
    await db
      .update(itemVersions)
      .set({ keyPoint: 'Lost after a response: acquired resistance.', difficulty: 'hard' })
      .where(eq(itemVersions.id, versionId));
    const comparison = await compareVersions(db, { itemId, before: 1, after: 2 });
    expect(comparison?.changes).toEqual(['Difficulty changed from easy to hard']);
    expect(comparison?.texts.map(({ name }) => name)).toEqual(['Key point']);
    const segments = comparison?.texts[0]?.segments ?? [];
    const side = (other: string) =>
      segments.flatMap(({ kind, text }) => (kind === other ? [] : text)).join('');
    expect(side('removed')).toBe('Lost after a response: acquired resistance.');
    expect(new Set(segments.map(({ kind }) => kind))).toEqual(new Set(['same', 'added', 'removed']));
    expect(await compareVersions(db, { itemId, before: 1, after: 9 })).toBeNull();
  });

  it('gives a reviewer the item whole, and the differences to the live version only while there is another', async () => {
    const { db } = on.database;
    const { itemId, versionId, authorId } = await startApproved(db, 'P03');
    const personId = await makeEducator(db);
    const review = await readReview(db, { versionId, personId, now: AT });
    expect(review?.comparison).toMatchObject({ before: { version: 1 }, after: { version: 2 }, changes: [] });
    expect(review?.citations[0]).toMatchObject({ number: 1, status: 'current', overdueSince: null });
    expect(review?.standing).toMatchObject({ status: 'approved', approvalsLeft: 0, liveVersion: 1 });
    await publishItem(db, { versionId, actorId: authorId, now: AT });
    expect(await readReview(db, { versionId, personId, now: AT })).toMatchObject({ comparison: null });
    const [first] = await versionsOf(db, itemId);
    expect(await readReview(db, { versionId: first?.id ?? '', personId, now: AT })).toMatchObject({
      standing: { status: 'retired', changes: ['edit'] }
    });
  });

  it('changes the number of approvals with an audit row, and none where nothing changes', async () => {
    const { db } = on.database;
    const actorId = await makeEducator(db);
    await updateReviewSettings(db, { approvalsNeeded: 3, actorId, now: AT });
    await updateReviewSettings(db, { approvalsNeeded: 3, actorId, now: AT });
    expect(await readReviewSettings(db)).toEqual({ approvalsNeeded: 3 });
    const rows = await db
      .select({ before: auditEvents.before, after: auditEvents.after })
      .from(auditEvents)
      .where(eq(auditEvents.action, 'question-bank.update-review-settings'));
    expect(rows).toEqual([{ before: { approvalsNeeded: 1 }, after: { approvalsNeeded: 3 } }]);
  });
});
