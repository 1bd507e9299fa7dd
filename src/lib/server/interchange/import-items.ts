import { isDeepStrictEqual } from 'node:util';
import { decideItemChange } from '#lib/domain/interchange/decide-item-change.ts';
import type { RecordedReason } from '#lib/domain/question-bank/lint/open-findings.ts';
import type { Executor } from '../db/index.ts';
import { lintVersions } from '../question-bank/relint-items.ts';
import { contentOf, type ItemContent, type PackageIds } from './item-content.ts';
import {
  insertBank,
  insertItems,
  insertItemVersions,
  insertPackageApprovals,
  insertReasons,
  listItems,
  listItemVersions,
  replaceTags,
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

/** What becomes of an item: `blocked` by a version that is being written or reviewed here. */
export type ItemOutcome = 'added' | 'replaced' | 'published' | 'kept' | 'blocked';

const COUNTED_AS = { keep: 'kept', publish: 'published', replace: 'replaced' } as const;

/** Who brings a package in, and whether its word that an item was reviewed counts. */
export type Bringing = { takesReviews: boolean; actorId: string | null; now: Date };

type Plan = {
  insert: { id: string; itemId: string; version: number; content: ItemContent }[];
  retire: string[];
  publish: string[];
  reasons: { versionId: string; setAside: RecordedReason[] }[];
  outcomes: { id: string; outcome: ItemOutcome }[];
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

/** The version to compare with: where reviews are taken over the live one, else the newest. */
const currentOf = (versions: ItemVersionFacts[], takesReviews: boolean) =>
  (takesReviews ? versions.find((version) => version.status === 'live') : null) ?? versions.at(-1) ?? null;

/** Somebody here is writing or reading the newest version; an import would bury it. */
const isOpenHere = (newest: ItemVersionFacts | undefined) =>
  newest !== undefined &&
  (newest.status === 'in-review' ||
    newest.status === 'approved' ||
    (newest.isWrittenHere && (newest.status === 'draft' || newest.status === 'changes-asked')));

type Planned = { entry: ItemEntry; content: ItemContent; itemId: string; versions: ItemVersionFacts[] };

function changeOf(
  current: { status: string; sameContent: boolean } | null,
  { entry, takesReviews }: { entry: ItemEntry; takesReviews: boolean }
) {
  if (takesReviews) return decideItemChange(current, entry.status);
  return current?.sameContent ? 'keep' : 'replace';
}

async function planItem(
  tx: Executor,
  plan: Plan,
  { entry, content, itemId, versions, takesReviews }: Planned & { takesReviews: boolean }
): Promise<void> {
  const current = currentOf(versions, takesReviews);
  const sameContent = current !== null && isDeepStrictEqual(await selectItemContent(tx, current.id), content);
  const change = changeOf(current && { status: current.status, sameContent }, { entry, takesReviews });
  const note = (outcome: ItemOutcome) => plan.outcomes.push({ id: entry.id, outcome });
  if (change === 'replace' && isOpenHere(versions.at(-1))) {
    note('blocked');
    return;
  }
  note(current === null ? 'added' : COUNTED_AS[change]);
  if (change === 'keep') return;
  let id = current?.id ?? '';
  if (change === 'replace') {
    id = crypto.randomUUID();
    plan.insert.push({ id, itemId, version: (versions.at(-1)?.version ?? 0) + 1, content });
    if (takesReviews && current?.status === 'live') plan.retire.push(current.id);
  }
  if (takesReviews && entry.status === 'reviewed') plan.publish.push(id);
  plan.reasons.push({ versionId: id, setAside: entry.setAside ?? [] });
}

/** Who brought a version in without its review answers for it as its author. */
async function carryOut(tx: Executor, plan: Plan, { actorId, now }: Bringing): Promise<void> {
  const published = new Set(plan.publish);
  const authorOf = (id: string) => (published.has(id) ? null : actorId);
  await insertItemVersions(
    tx,
    plan.insert.map((version) => ({ ...version, createdAt: now, createdBy: authorOf(version.id) }))
  );
  await insertReasons(tx, plan.reasons, now);
  await lintVersions(tx, [...new Set([...plan.insert.map(({ id }) => id), ...plan.publish])]);
  await updateItemVersionsToRetired(tx, plan.retire, now);
  await insertPackageApprovals(tx, plan.publish, now);
  await updateItemVersionsToLive(tx, plan.publish, now);
}

/** The number of items with each outcome. */
function countsOf({ outcomes }: Plan): ItemCounts {
  const count = (wanted: ItemOutcome) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  return {
    added: count('added'),
    replaced: count('replaced'),
    published: count('published'),
    kept: count('kept')
  };
}

/**
 * Brings a bank to the state of a package, inside the caller's transaction: new items, next versions of changed ones
 * (where reviews are taken over the former is retired), nothing for the same. Items that the package does not name are
 * left alone. Where an item is `blocked`, nothing of the bank's versions is written: the caller refuses the package.
 */
export async function importItems(
  tx: Executor,
  input: { bank: Bank; ids: PackageIds; bringing: Bringing }
): Promise<{ bankId: string; itemIds: Map<string, string>; counts: ItemCounts; outcomes: Plan['outcomes'] }> {
  const { bank, ids, bringing } = input;
  const bankId = await ensureBank(tx, bank);
  const itemIds = await ensureItems(tx, bankId, { entries: bank.entries, now: bringing.now });
  const versions = Map.groupBy(await listItemVersions(tx, bankId), (version) => version.itemId);
  const plan: Plan = { insert: [], retire: [], publish: [], reasons: [], outcomes: [] };
  const { takesReviews } = bringing;
  for (const entry of bank.entries) {
    const itemId = itemIds.get(entry.id) ?? '';
    const content = contentOf(entry, ids);
    await planItem(tx, plan, { entry, content, itemId, versions: versions.get(itemId) ?? [], takesReviews });
  }
  if (plan.outcomes.every(({ outcome }) => outcome !== 'blocked')) await carryOut(tx, plan, bringing);
  await replaceTags(
    tx,
    bank.entries.flatMap(({ id, tags }) => (tags ? { itemId: itemIds.get(id) ?? '', tags } : []))
  );
  return { bankId, itemIds, counts: countsOf(plan), outcomes: plan.outcomes };
}
