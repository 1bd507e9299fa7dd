import { and, eq, like } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { startDraft as startWorkingCopy } from '#lib/server/activity/start-draft.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activities, activityVersionReferences, blueprintCells } from '#lib/server/db/schema/activity.ts';
import { itemOptions, questionBanks } from '#lib/server/db/schema/question-bank.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { readBankReport } from '#lib/server/report/read-bank-report.ts';
import { retireItem } from '#lib/server/question-bank/retire-item.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { AT, makeEducator, sampleItem, startDraft } from '../../support/review-steps.ts';

async function bankOf(db: Executor, name: 'practice' | 'assessment'): Promise<string> {
  const [bank] = await db
    .select()
    .from(questionBanks)
    .where(like(questionBanks.code, `%/${name}`));
  if (!bank) throw new Error('The sample has no such bank.');
  return bank.id;
}

async function reportOf(db: Executor, name: 'practice' | 'assessment') {
  const page = await readBankReport(db, await bankOf(db, name));
  if (page === null) throw new Error('There is no report.');
  return page;
}

describeOnEachDatabase('the report of a bank', (on) => {
  it('is none for a bank that does not exist', async () => {
    expect(await readBankReport(on.database.db, crypto.randomUUID())).toBeNull();
  });

  it('shows the sample: its statuses, keys, flaws, and no gap', async () => {
    const { report, activities, objectives, uncited, doubtful } = await reportOf(
      on.database.db,
      'assessment'
    );
    const counts = report.statuses
      .filter(({ count }) => count > 0)
      .map(({ status, count }) => [status, count]);
    expect(counts).toEqual([
      ['draft', 4],
      ['live', 11]
    ]);
    expect(report.balance.positions.map(({ observed }) => observed)).toEqual([3, 3, 3, 3]);
    expect(report.flaws.map(({ rule }) => rule)).toEqual(['L06', 'L07', 'L11', 'L15', 'L18', 'R08']);
    expect(report.gaps).toEqual([]);
    expect(activities).toHaveLength(1);
    expect(objectives.map(({ code }) => code)).toEqual(['LO1', 'LO2', 'LO3', 'LO4']);
    expect([uncited, doubtful]).toEqual([[], []]);
  });

  it('judges newest versions, and counts live ones as what forms can draw', async () => {
    const { db } = on.database;
    const before = await reportOf(db, 'practice');
    const { versionId } = await startDraft(db, 'P01');
    await db
      .update(itemOptions)
      .set({ isKey: true })
      .where(and(eq(itemOptions.itemVersionId, versionId), eq(itemOptions.optionId, 'a')));
    await db
      .update(itemOptions)
      .set({ isKey: false })
      .where(and(eq(itemOptions.itemVersionId, versionId), eq(itemOptions.optionId, 'c')));
    const after = await reportOf(db, 'practice');
    const keysAt = ({ report }: typeof before, letter: string) =>
      report.balance.positions.find((place) => place.letter === letter)?.observed;
    expect(keysAt(after, 'A')).toBe((keysAt(before, 'A') ?? 0) + 1);
    expect(keysAt(after, 'C')).toBe((keysAt(before, 'C') ?? 0) - 1);
    expect(after.report.live).toEqual(before.report.live);
  });

  it('names what a form asks for in vain after an item was retired', async () => {
    const { db } = on.database;
    const actorId = await makeEducator(db);
    await retireItem(db, { itemId: await sampleItem(db, 'A01'), actorId, now: AT });
    await retireItem(db, { itemId: await sampleItem(db, 'A02'), actorId, now: AT });
    const cells = await db.select().from(blueprintCells);
    expect(cells.length).toBeGreaterThan(0);
    const { report, objectives } = await reportOf(db, 'assessment');
    const objective = objectives.find(({ code }) => code === 'LO1');
    expect(report.gaps).toMatchObject([{ objectiveId: objective?.id, difficulty: 'any', live: 0 }]);
    expect(report.gaps[0]?.assessment).toContain('version 0.1.0');
  });

  it('names cited references in doubt, with the items that cite them', async () => {
    const { db } = on.database;
    await db.update(references).set({ status: 'retracted' }).where(eq(references.citationKey, 'ferrara2018'));
    const { doubtful } = await reportOf(db, 'assessment');
    expect(doubtful.map(({ externalId }) => externalId)).toEqual(['A11', 'A12', 'A13', 'A15']);
    expect(new Set(doubtful.map(({ status }) => status))).toEqual(new Set(['retracted']));
  });

  it('names references in the list of the working copy that nothing cites', async () => {
    const { db } = on.database;
    const [activity] = await db.select().from(activities);
    const actorId = await makeEducator(db);
    const copy = await startWorkingCopy(db, { activityId: activity?.id ?? '', actorId, now: AT });
    if (!copy.ok) throw new Error(copy.problem);
    const csl = { id: 'unread2001', type: 'article-journal' as const, title: 'What nobody reads' };
    const [row] = await db
      .insert(references)
      .values({ id: crypto.randomUUID(), citationKey: csl.id, csl, updatedAt: AT })
      .returning();
    await db
      .insert(activityVersionReferences)
      .values({ activityVersionId: copy.value.versionId, referenceId: row?.id ?? '', number: 99 });
    expect((await reportOf(db, 'practice')).uncited).toEqual([{ citationKey: csl.id, title: csl.title }]);
  });
});
