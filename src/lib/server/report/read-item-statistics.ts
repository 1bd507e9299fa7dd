import { formWords, type ItemEntry } from '#lib/domain/report/items/item-entry.ts';
import { itemFacts } from '#lib/domain/report/items/item-facts.ts';
import { itemWarnings } from '#lib/domain/report/items/item-warnings.ts';
import type { JudgedItem } from '#lib/domain/report/items/judged-item.ts';
import { optionRows } from '#lib/domain/report/items/option-rows.ts';
import { poolItems } from '#lib/domain/report/items/pool-items.ts';
import { readDecisions } from '../attempt/read-decisions.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalItemName } from '../question-bank/history-queries.ts';
import { readKeyedItems } from '../question-bank/read-keyed-items.ts';
import { knownItem } from './known-item.ts';
import { listFiguresOfItem, listOptionCounts, listRegradesInForce } from './known-items-queries.ts';

type Rows = Awaited<ReturnType<typeof listFiguresOfItem>>;
type Options = Awaited<ReturnType<typeof listOptionCounts>>;

/** What the page shows of some forms of one version, added up where they are several. */
function entryOf(rows: Rows, options: Options, judged: JudgedItem): ItemEntry[] {
  const forms = rows.map((row) => {
    const isOwn = (one: Options[number]) =>
      one.assessmentId === row.assessmentId && one.itemVersionId === row.itemVersionId;
    return knownItem(row, options.filter(isOwn));
  });
  const known = poolItems(forms);
  if (known === null) return [];
  return [
    {
      id: rows.map(({ assessmentId }) => assessmentId).join('-'),
      version: judged.item.version,
      isRegraded: judged.regrade !== null,
      forms: rows.map(formWords),
      computedAt: known.computedAt,
      responses: known.sums.responses,
      facts: itemFacts(known),
      warnings: itemWarnings(judged, known),
      options: optionRows(judged, known)
    }
  ];
}

/** Item versions with what was decided of them. */
async function readJudged(db: Executor, versionIds: string[]): Promise<JudgedItem[]> {
  if (versionIds.length === 0) return [];
  const stored = await listRegradesInForce(db, versionIds);
  const decisions = await readDecisions(db, stored);
  const items = await readKeyedItems(db, versionIds);
  return [...items.values()].map((item) => {
    const place = stored.findIndex(({ itemVersionId }) => itemVersionId === item.versionId);
    return { item, regrade: decisions[place]?.regrade ?? null };
  });
}

type Which = {
  itemId: string;
  /** All forms of a version added up, instead of one by one. */
  isPooled: boolean;
};

/** The statistics of an item as they were last computed; null where there is no such item. */
export async function readItemStatistics(
  db: Executor,
  { itemId, isPooled }: Which
): Promise<{ externalId: string; entries: ItemEntry[]; canPool: boolean } | null> {
  const item = await selectOptionalItemName(db, itemId);
  if (item === null) return null;
  const rows = await listFiguresOfItem(db, itemId);
  const versionIds = [...new Set(rows.map(({ itemVersionId }) => itemVersionId))];
  const versions = await readJudged(db, versionIds);
  const options = versionIds.length === 0 ? [] : await listOptionCounts(db, versionIds);
  const groups = isPooled
    ? Map.groupBy(rows, ({ itemVersionId }) => itemVersionId).values()
    : rows.map((row) => [row]);
  const entries = [...groups].flatMap((own) => {
    const version = versions.find(({ item: { versionId } }) => versionId === own[0]?.itemVersionId);
    return version === undefined ? [] : entryOf(own, options, version);
  });
  return { externalId: item.externalId, entries, canPool: rows.length > versionIds.length };
}
