import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { listSectionsInDoubt } from '#lib/server/activity/list-sections-in-doubt.ts';
import { foreseeRetirement } from '#lib/server/activity/foresee-retirement.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { itemVersions } from '#lib/server/db/schema/question-bank.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { askForChanges } from '#lib/server/question-bank/ask-for-changes.ts';
import { publishItem } from '#lib/server/question-bank/publish-item.ts';
import { readReviewQueue } from '#lib/server/question-bank/read-review-queue.ts';
import { submitForReview } from '#lib/server/question-bank/submit-for-review.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import {
  approve,
  AT,
  makeEducator,
  sampleItem,
  startApproved,
  startDraft,
  startReview,
  stateOf
} from '../../support/review-steps.ts';

/** Which items stand in which group of the queue, as the person sees it. */
async function queueOf(db: Executor, personId: string) {
  const { groups } = await readReviewQueue(db, { personId, now: AT });
  return Object.fromEntries(
    Object.entries(groups).map(([group, rows]) => [group, rows.map(({ externalId }) => externalId)])
  );
}

const retract = (db: Executor, citationKey: string) =>
  db.update(references).set({ status: 'retracted' }).where(eq(references.citationKey, citationKey));

const nothing = { 'for-me': [], 'sent-back': [], ready: [], 'for-others': [] };

describeOnEachDatabase('the review queue', (on) => {
  it('tells each person what waits for whom', async () => {
    const { db } = on.database;
    const reviewer = await makeEducator(db);
    const waiting = await startReview(db, 'P01');
    expect(await queueOf(db, reviewer)).toEqual({ ...nothing, 'for-me': ['P01'] });
    expect(await queueOf(db, waiting.authorId)).toEqual({ ...nothing, 'for-others': ['P01'] });
    await approve(db, waiting.versionId, reviewer);
    expect(await queueOf(db, reviewer)).toEqual({ ...nothing, ready: ['P01'] });
    await publishItem(db, { versionId: waiting.versionId, actorId: reviewer, now: AT });
    const back = await startReview(db, 'P02');
    await askForChanges(db, { versionId: back.versionId, actorId: reviewer, note: 'Mend it.', now: AT });
    expect(await queueOf(db, back.authorId)).toEqual({ ...nothing, 'sent-back': ['P02'] });
    expect(await queueOf(db, reviewer)).toEqual(nothing);
  });

  it('says of each row who wrote it, since when, and what was found', async () => {
    const { db } = on.database;
    const { itemId, versionId, authorId } = await startReview(db, 'P04');
    const { groups } = await readReviewQueue(db, { personId: authorId, now: AT });
    const stem = await db
      .select({ stem: itemVersions.stem })
      .from(itemVersions)
      .where(eq(itemVersions.id, versionId));
    const row = groups['for-others'].find((one) => one.versionId === versionId);
    expect(row).toMatchObject({
      ...{ itemId, externalId: 'P04', version: 2, authors: 'Ana Müller', since: AT, approvals: 0 },
      ...{ lintErrors: 0, openComments: 0 }
    });
    expect(stem[0]?.stem.startsWith(row?.stem.slice(0, 60) ?? '-')).toBe(true);
  });

  it('lists items and sections that lean on a retracted reference or an overdue one, once each', async () => {
    const { db } = on.database;
    const personId = await makeEducator(db);
    expect(await readReviewQueue(db, { personId, now: AT })).toMatchObject({ itemsInDoubt: [], overdue: [] });
    expect(await listSectionsInDoubt(db, { personId, now: AT })).toEqual([]);
    await db
      .update(references)
      .set({ reviewDueOn: '2026-12-01' })
      .where(eq(references.citationKey, 'chen2017'));
    await retract(db, 'sharma2017');
    await startDraft(db, 'P03');
    const { itemsInDoubt, overdue } = await readReviewQueue(db, { personId, now: AT });
    const doubts = itemsInDoubt.map(({ externalId, citationKey }) => `${externalId} ${citationKey}`);
    expect(new Set(doubts).size).toBe(doubts.length);
    expect(itemsInDoubt.find(({ externalId }) => externalId === 'P03')).toMatchObject({
      citationKey: 'sharma2017',
      status: 'retracted',
      versions: [1, 2]
    });
    expect(overdue.map(({ citationKey }) => citationKey)).toEqual(['chen2017']);
    const sections = await listSectionsInDoubt(db, { personId, now: AT });
    expect(new Set(sections.map(({ citationKey }) => citationKey))).toEqual(
      new Set(['chen2017', 'sharma2017'])
    );
    expect(sections[0]).toMatchObject({ status: 'retracted', isLive: true });
    await db.update(references).set({ reviewDueOn: null, status: 'current' });
  });

  it('a reference that is retracted during review blocks submission and publication until it is dealt with', async () => {
    const { db } = on.database;
    const approved = await startApproved(db, 'A01');
    const draft = await startDraft(db, 'A02');
    await retract(db, 'sharma2017');
    const blocked = {
      ok: false,
      problem: { kind: 'not-whole', faults: [{ fault: 'a citation of a retracted reference' }] }
    };
    const publish = { versionId: approved.versionId, actorId: approved.authorId, now: AT };
    expect(await publishItem(db, publish)).toMatchObject(blocked);
    expect(await stateOf(db, approved.versionId)).toMatchObject({ status: 'approved' });
    const submit = { versionId: draft.versionId, actorId: draft.authorId, now: AT };
    expect(await submitForReview(db, submit)).toMatchObject(blocked);
    await db.update(references).set({ status: 'current' });
    expect(await publishItem(db, publish)).toMatchObject({ ok: true });
  });

  it('foresees which live form could not be drawn without an item', async () => {
    const { db } = on.database;
    const warned = await foreseeRetirement(db, await sampleItem(db, 'P05'));
    expect(warned.join(' ')).toMatch(
      /“Practice” of Resistance to immunotherapy.*: LO\d asks for \d+ items, \d+ would be left/
    );
    expect(await foreseeRetirement(db, crypto.randomUUID())).toEqual([]);
  });
});
