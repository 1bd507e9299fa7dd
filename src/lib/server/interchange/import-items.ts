import { isDeepStrictEqual } from 'node:util';
import { decideItemChange } from '#lib/domain/interchange/decide-item-change.ts';
import type { Executor } from '../db/index.ts';
import { lintVersions } from '../question-bank/relint-items.ts';
import { contentOf, type ItemContent, type PackageIds } from './item-content.ts';
import {
  insertBank,
  insertItems,
  insertPackageApprovals,
  insertItemVersions,
  listItems,
  listItemVersions,
  selectItemContent,
  selectOptionalBankId,
  updateItemVersionsToLive,
  updateItemVersionsToRetired,
  type ItemVersionFacts
} from './item-queries.ts';
import type { ItemEntry } from './items-schema.ts';

type Bank = { code: string; title: string; entries: ItemEntry[] };

/** What the import did with the items of a bank, in numbers. */
export type ItemCounts = { added: number; replaced: number; published: number; kept: number };

const COUNTED_AS = { keep: 'kept', publish: 'published', replace: 'replaced' } as const;

type Plan = {
  insert: { id: string; itemId: string; version: number; createdAt: Date; content: ItemContent }[];
  retire: string[];
  publish: string[];
  counts: ItemCounts;
};

async function ensureBank(tx: Executor, bank: Bank): Promise<string> {
  const found = await selectOptionalBankId(tx, bank.code);
  if (found !== null) return found;
  const id = crypto.randomUUID();
  await insertBank(tx, { id, code: bank.code, title: bank.title });
  return id;
}

/** Item ids by external id; items that the bank did not hold are made. */
async function ensureItems(tx: Executor, bankId: string, input: { entries: ItemEntry[]; now: Date }) {
  const ids = new Map((await listItems(tx, bankId)).map((item) => [item.externalId, item.id]));
  const missing = input.entries
    .filter((entry) => !ids.has(entry.id))
    .map((entry) => ({ id: crypto.randomUUID(), bankId, externalId: entry.id, createdAt: input.now }));
  await insertItems(tx, missing);
  for (const item of missing) ids.set(item.externalId, item.id);
  return ids;
}

/** The version that the bank holds of an item: the live one, else the newest. */
const currentOf = (versions: ItemVersionFacts[]) =>
  versions.find((version) => version.status === 'live') ?? versions.at(-1) ?? null;

async function planItem(
  tx: Executor,
  plan: Plan,
  input: { entry: ItemEntry; content: ItemContent; itemId: string; versions: ItemVersionFacts[]; now: Date }
): Promise<void> {
  const { entry, content, itemId, versions, now } = input;
  const current = currentOf(versions);
  const sameContent = current !== null && isDeepStrictEqual(await selectItemContent(tx, current.id), content);
  const change = decideItemChange(current && { status: current.status, sameContent }, entry.status);
  plan.counts[current === null ? 'added' : COUNTED_AS[change]] += 1;
  if (change === 'keep') return;
  let id = current?.id ?? '';
  if (change === 'replace') {
    id = crypto.randomUUID();
    plan.insert.push({ id, itemId, version: (versions.at(-1)?.version ?? 0) + 1, createdAt: now, content });
    if (current?.status === 'live') plan.retire.push(current.id);
  }
  if (entry.status === 'reviewed') plan.publish.push(id);
}

/**
 * Brings a bank to the state of a package, inside the caller's transaction: new items, next versions of changed ones
 * (the former is retired), nothing for the same. Items that the package does not name are left alone.
 * Gives the ids of the bank and of its items.
 */
export async function importItems(
  tx: Executor,
  input: { bank: Bank; ids: PackageIds; now: Date }
): Promise<{ bankId: string; itemIds: Map<string, string>; counts: ItemCounts }> {
  const { bank, ids, now } = input;
  const bankId = await ensureBank(tx, bank);
  const itemIds = await ensureItems(tx, bankId, { entries: bank.entries, now });
  const versions = Map.groupBy(await listItemVersions(tx, bankId), (version) => version.itemId);
  const plan: Plan = {
    insert: [],
    retire: [],
    publish: [],
    counts: { added: 0, replaced: 0, published: 0, kept: 0 }
  };
  for (const entry of bank.entries) {
    const itemId = itemIds.get(entry.id) ?? '';
    const content = contentOf(entry, ids);
    await planItem(tx, plan, { entry, content, itemId, versions: versions.get(itemId) ?? [], now });
  }
  await insertItemVersions(tx, plan.insert);
  await lintVersions(
    tx,
    plan.insert.map(({ id }) => id)
  );
  await updateItemVersionsToRetired(tx, plan.retire, now);
  await insertPackageApprovals(tx, plan.publish, now);
  await updateItemVersionsToLive(tx, plan.publish, now);
  return { bankId, itemIds, counts: plan.counts };
}
