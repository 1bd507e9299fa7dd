import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { pickFrom } from '#lib/domain/reference/found-references.ts';
import { referenceSearchText } from '#lib/domain/reference/search-text.ts';
import { readAuthoredReferences } from '#lib/server/activity/read-authored-references.ts';
import { readItemSurroundings } from '#lib/server/activity/read-item-surroundings.ts';
import { searchCitableReferences } from '#lib/server/activity/search-citable-references.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activityVersions, assessments } from '#lib/server/db/schema/activity.ts';
import { references } from '#lib/server/db/schema/reference.ts';
import { searchReferences } from '#lib/server/reference/search-references.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';

const SIZE = 1000;

const keyOf = (index: number) => `zz${String(index).padStart(4, '0')}`;

/** A library of a thousand besides the sample's, all by three authors; the words of the last hundred are not gathered yet. */
async function fillLibrary(db: Executor): Promise<void> {
  const rows = Array.from({ length: SIZE }, (_, index) => {
    const id = keyOf(index);
    const author = ['First', 'Second', `Zimm\u00e9r${index}x`].map((family) => ({ family, given: 'A' }));
    const issued = { 'date-parts': [[1950 + (index % 70)]] };
    const csl = { id, type: 'article-journal', title: `On matter ${index}% of all`, author, issued };
    const searchText = index < SIZE - 100 ? referenceSearchText(id, csl) : '';
    return {
      id: crypto.randomUUID(),
      citationKey: id,
      csl,
      searchText,
      updatedAt: new Date('2026-12-01T08:00:00Z')
    };
  });
  await db.insert(references).values(rows);
}

describeOnEachDatabase('a library of a thousand references', (on) => {
  it('is searched as a whole by author, year, title and key, in one order', async () => {
    const { db } = on.database;
    await fillLibrary(db);
    const find = async (search: string) => {
      const found = await searchCitableReferences(db, search);
      return { keys: found.references.map(({ citationKey }) => citationKey), total: found.total };
    };
    const only = (index: number) => ({ keys: [keyOf(index)], total: 1 });
    expect(await find('ZIMMER977x')).toEqual(only(977));
    expect(await find('zimmer977x 2017')).toEqual(only(977));
    expect(await find('zimmer977x 1999')).toEqual({ keys: [], total: 0 });
    expect(await find('matter 964%')).toEqual(only(964));
    expect(await find(keyOf(999))).toEqual(only(999));
    const many = await find('second 2017');
    expect(many).toEqual({
      keys: [67, 137, 207, 277, 347, 417, 487, 557, 627, 697, 767, 837, 907, 977].map(keyOf),
      total: 14
    });
    const most = await find('matter');
    expect(most).toEqual({ keys: Array.from({ length: 20 }, (_, index) => keyOf(index)), total: SIZE });
    expect(await find('matter')).toEqual(most);
    const [chen] = (await searchCitableReferences(db, 'chen2017')).references;
    expect((chen?.items ?? 0) * (chen?.sections ?? 0)).toBeGreaterThan(0);
  });

  it('gives an editor its own references and the first others, and the rest to a search', async () => {
    const { db } = on.database;
    const [assessment] = await db.select({ bankId: assessments.bankId }).from(assessments);
    const personId = crypto.randomUUID();
    const around = { bankId: assessment?.bankId ?? '', personId, citedKeys: [keyOf(990)] };
    const plain = await readItemSurroundings(db, around);
    expect(plain.references).toHaveLength(100);
    expect(plain.references.map(({ citationKey }) => citationKey)).toContain(keyOf(990));
    expect(plain.found).toBeNull();
    const { references: own, found } = await readItemSurroundings(db, { ...around, search: 'zimmer977x' });
    expect(own).toEqual(plain.references);
    expect(found).toMatchObject({
      search: 'zimmer977x',
      references: [{ citationKey: keyOf(977) }],
      total: 1
    });
    const answer = await searchCitableReferences(db, '2017');
    const [first] = pickFrom(own, { search: '2017', answer });
    expect(first?.number).not.toBeNull();
  });

  it('is offered to the list of an activity without what that holds', async () => {
    const { db } = on.database;
    const [version] = await db.select().from(activityVersions).where(eq(activityVersions.status, 'live'));
    const activityVersionId = version?.id ?? '';
    const read = async (search: string) =>
      (await readAuthoredReferences(db, { activityVersionId, search })).others;
    expect(await read('zimmer977x')).toMatchObject({ references: [{ citationKey: keyOf(977) }], total: 1 });
    expect(await read('chen2017')).toMatchObject({ references: [], total: 0 });
    expect((await searchReferences(db, { search: 'chen2017' })).total).toBe(1);
    const all = await read('');
    expect([all.references.length, all.total]).toEqual([100, SIZE]);
  });
});
