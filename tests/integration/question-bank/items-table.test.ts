import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { questionBanks } from '#lib/server/db/schema/question-bank.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { readItemDraft } from '#lib/server/question-bank/read-item-draft.ts';
import { saveItemDraft } from '#lib/server/question-bank/save-item-draft.ts';
import { readItemsTable } from '#lib/server/report/read-items-table.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { AT, startDraft } from '../../support/review-steps.ts';

async function find(db: Executor, query: string) {
  const banks = await db.select({ id: questionBanks.id }).from(questionBanks);
  const { filter } = readItemFilter(new URLSearchParams(query));
  const { rows } = await readItemsTable(db, { bankIds: banks.map(({ id }) => id), filter, page: 1 });
  return rows.map(({ externalId, cited }) => ({ externalId, cited }));
}

describeOnEachDatabase('an item whose live version leans on a retracted reference', (on) => {
  it('is found and marked in the table, also while a newer draft cites another', async () => {
    const { db } = on.database;
    const { versionId, authorId } = await startDraft(db, 'P01');
    const found = await readItemDraft(db, versionId);
    if (!found) throw new Error('There is no draft.');
    const [former] = found.draft.citations;
    const own = found.draft.citations.map((citation) => ({ ...citation, citationKey: 'bindea2013' }));
    const draft = { ...found.draft, citations: own.slice(0, 1) };
    await saveItemDraft(db, { versionId, baseRevision: found.revision, draft, actorId: authorId, now: AT });
    const key = former?.citationKey ?? '';
    await db.update(references).set({ status: 'retracted' }).where(eq(references.citationKey, key));
    for (const query of ['retracted=yes', `reference=${key}`]) {
      expect(await find(db, query), query).toContainEqual({
        externalId: 'P01',
        cited: [
          { key: 'bindea2013', isRetracted: false },
          { key, isRetracted: true }
        ]
      });
    }
  });
});
