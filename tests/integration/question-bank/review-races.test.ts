import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Executor } from '#lib/server/db/index.ts';
import { itemApprovals, reviewSettings } from '#lib/server/db/schema/question-bank-review.ts';
import { publishItem } from '#lib/server/question-bank/publish-item.ts';
import { startNextVersion } from '#lib/server/question-bank/start-next-version.ts';
import { withdrawFromReview } from '#lib/server/question-bank/withdraw-from-review.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import {
  approve,
  AT,
  makeEducator,
  sampleItem,
  startApproved,
  startReview,
  stateOf,
  versionsOf
} from '../../support/review-steps.ts';

const approvalsOf = (db: Executor, versionId: string) =>
  db
    .select({ approverId: itemApprovals.approverId })
    .from(itemApprovals)
    .where(eq(itemApprovals.itemVersionId, versionId));

describeOnEachDatabase('two people at the same item', (on) => {
  it('start the next version once, however many ask at the same time', async () => {
    const { db } = on.database;
    const itemId = await sampleItem(db, 'P02');
    const people = await Promise.all([makeEducator(db), makeEducator(db), makeEducator(db)]);
    const all = await Promise.all(
      people.map((actorId) => startNextVersion(db, { itemId, actorId, now: AT }))
    );
    expect(new Set(all.map((one) => (one.ok ? one.value.versionId : one.problem))).size).toBe(1);
    expect(all.filter((one) => one.ok && one.value.isNew)).toHaveLength(1);
    expect(await versionsOf(db, itemId)).toHaveLength(2);
  });

  it('approve at once: both count where two are needed, and one where one is', async () => {
    const { db } = on.database;
    const people = [await makeEducator(db), await makeEducator(db)];
    for (const { needed, item } of [
      { needed: 2, item: 'P08' },
      { needed: 1, item: 'A09' }
    ]) {
      await db.update(reviewSettings).set({ approvalsNeeded: needed });
      const { versionId } = await startReview(db, item);
      const done = await Promise.all(people.map((person) => approve(db, versionId, person)));
      expect(done.filter(({ ok }) => ok)).toHaveLength(needed);
      expect(await approvalsOf(db, versionId)).toHaveLength(needed);
      expect(await stateOf(db, versionId)).toEqual({ status: 'approved', revision: 1 });
    }
  });

  it('approve and withdraw: it ends as a draft without an approval', async () => {
    const { db } = on.database;
    const { versionId, authorId } = await startReview(db, 'P09');
    const [approved, withdrawn] = await Promise.all([
      approve(db, versionId, await makeEducator(db)),
      withdrawFromReview(db, { versionId, actorId: authorId, now: AT })
    ]);
    // An approved version can be withdrawn too, so that withdrawing always ends the matter.
    expect(withdrawn).toEqual({ ok: true, value: { revision: 2 } });
    expect(await stateOf(db, versionId)).toEqual({ status: 'draft', revision: 2 });
    expect(approved.ok || approved.problem.kind === 'changed-meanwhile').toBe(true);
    expect(await publishItem(db, { versionId, actorId: authorId, now: AT })).toMatchObject({ ok: false });
  });

  it('publish at once: it happens once', async () => {
    const { db } = on.database;
    const { itemId, versionId, authorId } = await startApproved(db, 'A10');
    const publish = () => publishItem(db, { versionId, actorId: authorId, now: AT });
    const done = await Promise.all([publish(), publish(), publish()]);
    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(done.filter((one) => !one.ok && one.problem.kind === 'already-live')).toHaveLength(2);
    expect((await versionsOf(db, itemId)).map(({ status }) => status)).toEqual(['retired', 'live']);
  });
});
