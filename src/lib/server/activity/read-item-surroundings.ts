import type { ItemSurroundings } from '#lib/domain/question-bank/item-surroundings.ts';
import type { Executor } from '../db/index.ts';
import { listCitableReferences } from './list-citable-references.ts';
import { searchCitableReferences } from './search-citable-references.ts';
import { listObjectivesOf, listSectionsOf, listVersionsAround } from './surroundings-queries.ts';

type Around = {
  bankId: string;
  activityId?: string | null;
  personId: string;
  citedKeys: string[];
  search?: string;
};

const once = <Row>(rows: Row[], keyOf: (row: Row) => string): Row[] => [
  ...new Map(rows.map((row) => [keyOf(row), row])).values()
];

/**
 * What an author of an item chooses from: objectives, sections and references of the activities that draw on its bank
 * and that they reach, as their drafts have them, else as they are live. `activityId`: an activity that is to draw on it, but may not yet. `search`: what
 * to look for in the whole library.
 */
export async function readItemSurroundings(
  db: Executor,
  { bankId, activityId = null, personId, citedKeys, search = '' }: Around
): Promise<ItemSurroundings> {
  const all = await listVersionsAround(db, { bankId, activityId, personId });
  // Later entries replace earlier ones: an activity's draft its live version.
  const drafts = all.filter(({ status }) => status === 'draft');
  const versions = once([...all, ...drafts], ({ activityId: id }) => id);
  const ids = versions.map(({ versionId }) => versionId);
  const lessonIds = versions.map(({ lessonId }) => lessonId);
  return {
    activities: versions.map(({ activityId: id, title }) => ({ id, title })),
    objectives: once(await listObjectivesOf(db, ids), ({ id }) => id),
    sections: once(await listSectionsOf(db, lessonIds), ({ slug }) => slug),
    references: await listCitableReferences(db, { activityVersionIds: ids, alsoKeys: citedKeys }),
    found: search === '' ? null : await searchCitableReferences(db, search)
  };
}
