import type { ItemFilter } from '#lib/domain/question-bank/item-filter.ts';
import { ITEM_STATUSES } from '#lib/domain/question-bank/item-status.ts';
import { stemBeginning } from '#lib/domain/question-bank/review-queue.ts';
import type { ItemRow } from '#lib/domain/report/item-row.ts';
import type { Executor } from '../db/index.ts';
import {
  listCited,
  listLiveVersions,
  listNames,
  listTags,
  listTagsInUse,
  listUses
} from './items-detail-queries.ts';
import { countItemRows, listItemRows } from './items-table-queries.ts';

/** Rows on one page of the table. */
const ITEMS_A_PAGE = 50;

type Row = Awaited<ReturnType<typeof listItemRows>>[number];

/** What hangs on the rows of one page: a fixed number of queries, however many rows there are. */
async function readDetails(db: Executor, rows: Row[]) {
  if (rows.length === 0) return { tags: [], cited: [], live: [], uses: [], names: [] };
  const itemIds = rows.map(({ itemId }) => itemId);
  const people = [...new Set(rows.flatMap(({ changedBy }) => changedBy ?? []))];
  const live = await listLiveVersions(db, itemIds);
  const versionIds = [...rows, ...live].map(({ versionId }) => versionId);
  return {
    tags: await listTags(db, itemIds),
    cited: await listCited(db, [...new Set(versionIds)]),
    live,
    uses: await listUses(db, itemIds),
    names: people.length === 0 ? [] : await listNames(db, people)
  };
}

type Details = Awaited<ReturnType<typeof readDetails>>;

/** What the newest version cites, and what is retracted of what learners still see in the live one. */
function citedOf(cited: Details['cited'], { newest, live }: { newest: string; live: string | undefined }) {
  const shown = cited
    .map(({ versionId, key, status }) => ({ versionId, key, isRetracted: status === 'retracted' }))
    .filter(({ versionId, isRetracted }) => versionId === newest || (versionId === live && isRetracted));
  const keys = [...new Set(shown.map(({ key }) => key))];
  return keys.map((key) => ({
    key,
    isRetracted: shown.some((citation) => citation.key === key && citation.isRetracted)
  }));
}

function toItemRow(
  { versionId, stem, status, changedAt, changedBy, ...row }: Row,
  details: Details
): ItemRow {
  const isOwn = ({ itemId }: { itemId: string }) => itemId === row.itemId;
  const live = details.live.find(isOwn);
  return {
    ...row,
    stem: stemBeginning(stem),
    status: ITEM_STATUSES.find((known) => known === status) ?? 'draft',
    changedAt: new Date(changedAt),
    changedBy: details.names.find(({ personId }) => personId === changedBy)?.name ?? null,
    liveVersion: live?.version ?? null,
    tags: details.tags.filter(isOwn).map(({ tag }) => tag),
    cited: citedOf(details.cited, { newest: versionId, live: live?.versionId }),
    attempts: details.uses.find(isOwn)?.attempts ?? 0
  };
}

/** One page of the table of items of these banks; pages count from 1. */
export async function readItemsTable(
  db: Executor,
  { bankIds, filter, page }: { bankIds: string[]; filter: ItemFilter; page: number }
): Promise<{ rows: ItemRow[]; total: number; pages: number; tags: string[] }> {
  if (bankIds.length === 0) return { rows: [], total: 0, pages: 1, tags: [] };
  const which = { bankIds, filter };
  const total = await countItemRows(db, which);
  const pages = Math.max(1, Math.ceil(total / ITEMS_A_PAGE));
  const offset = (Math.min(page, pages) - 1) * ITEMS_A_PAGE;
  const found = await listItemRows(db, which, { limit: ITEMS_A_PAGE, offset });
  const details = await readDetails(db, found);
  const rows = found.map((row) => toItemRow(row, details));
  return { rows, total, pages, tags: await listTagsInUse(db, bankIds) };
}
