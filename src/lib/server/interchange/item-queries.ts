import { and, asc, eq, exists, inArray } from 'drizzle-orm';
import type { RecordedReason } from '#lib/domain/question-bank/lint/open-findings.ts';
import type { Executor } from '../db/index.ts';
import {
  itemCitations,
  itemOptions,
  items,
  itemTags,
  itemTargets,
  itemVersions,
  questionBanks
} from '../db/schema/question-bank.ts';
import { itemApprovals, itemLintOverrides, itemVersionAuthors } from '../db/schema/question-bank-review.ts';
import type { ItemContent } from './item-content.ts';

/** The id of the bank with this code, or null. */
export async function selectOptionalBankId(db: Executor, code: string): Promise<string | null> {
  const [bank] = await db
    .select({ id: questionBanks.id })
    .from(questionBanks)
    .where(eq(questionBanks.code, code));
  return bank?.id ?? null;
}

/** Writes an empty question bank. */
export async function insertBank(
  tx: Executor,
  bank: { id: string; code: string; title: string }
): Promise<void> {
  await tx.insert(questionBanks).values(bank);
}

/** The items of the bank, by the id that its packages give them. */
export async function listItems(db: Executor, bankId: string): Promise<{ id: string; externalId: string }[]> {
  return db
    .select({ id: items.id, externalId: items.externalId })
    .from(items)
    .where(eq(items.bankId, bankId));
}

/** Writes items, as yet without a version. */
export async function insertItems(
  tx: Executor,
  rows: { id: string; bankId: string; externalId: string; createdAt: Date }[]
): Promise<void> {
  if (rows.length > 0) await tx.insert(items).values(rows);
}

/** `isWrittenHere`: somebody with an account wrote in it. */
export type ItemVersionFacts = {
  id: string;
  itemId: string;
  version: number;
  status: string;
  isWrittenHere: boolean;
};

/** All versions of the items of a bank, oldest first. */
export async function listItemVersions(db: Executor, bankId: string): Promise<ItemVersionFacts[]> {
  const authors = db
    .select({ personId: itemVersionAuthors.personId })
    .from(itemVersionAuthors)
    .where(eq(itemVersionAuthors.itemVersionId, itemVersions.id));
  return db
    .select({
      id: itemVersions.id,
      itemId: itemVersions.itemId,
      version: itemVersions.version,
      status: itemVersions.status,
      isWrittenHere: exists(authors).mapWith(Boolean)
    })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(eq(items.bankId, bankId))
    .orderBy(asc(itemVersions.version));
}

/** The content of one item version, each part in its order. */
export async function selectItemContent(db: Executor, versionId: string): Promise<ItemContent> {
  const [version] = await db
    .select({
      type: itemVersions.type,
      stem: itemVersions.stem,
      select: itemVersions.select,
      unit: itemVersions.unit,
      keyPoint: itemVersions.keyPoint,
      objectiveId: itemVersions.objectiveId,
      difficulty: itemVersions.difficulty,
      lessonSection: itemVersions.lessonSection,
      usableInPretest: itemVersions.usableInPretest,
      pairedWith: itemVersions.pairedWith,
      reviewNote: itemVersions.reviewNote
    })
    .from(itemVersions)
    .where(eq(itemVersions.id, versionId));
  if (!version) throw new Error(`There is no item version ${versionId}.`);
  const [targets, options, citations] = [
    await listTargets(db, versionId),
    await listOptions(db, versionId),
    await listCitations(db, versionId)
  ];
  return { version, targets, options, citations };
}

function listTargets(db: Executor, versionId: string): Promise<ItemContent['targets']> {
  const { targetId, position, text, rationale } = itemTargets;
  return db
    .select({ targetId, position, text, rationale })
    .from(itemTargets)
    .where(eq(itemTargets.itemVersionId, versionId))
    .orderBy(asc(position));
}

function listOptions(db: Executor, versionId: string): Promise<ItemContent['options']> {
  const { optionId, position, text, rationale, isKey, matchTargetId, keyPosition, tolerance } = itemOptions;
  return db
    .select({ optionId, position, text, rationale, isKey, matchTargetId, keyPosition, tolerance })
    .from(itemOptions)
    .where(eq(itemOptions.itemVersionId, versionId))
    .orderBy(asc(position));
}

function listCitations(db: Executor, versionId: string): Promise<ItemContent['citations']> {
  const { position, referenceId, locator, supports, passageKind, passage, verification, url } = itemCitations;
  return db
    .select({ position, referenceId, locator, supports, passageKind, passage, verification, url })
    .from(itemCitations)
    .where(eq(itemCitations.itemVersionId, versionId))
    .orderBy(asc(position));
}

type NewVersion = {
  id: string;
  itemId: string;
  version: number;
  createdAt: Date;
  /** Null: it came with its review. */
  createdBy: string | null;
  content: ItemContent;
};

/** Writes draft versions with all of their parts. */
export async function insertItemVersions(tx: Executor, versions: NewVersion[]): Promise<void> {
  if (versions.length === 0) return;
  await tx
    .insert(itemVersions)
    .values(versions.map(({ content, ...row }) => ({ ...content.version, ...row, status: 'draft' })));
  const partsOf = <Part>(pick: (content: ItemContent) => Part[]) =>
    versions.flatMap(({ id, content }) => pick(content).map((part) => ({ ...part, itemVersionId: id })));
  const targets = partsOf((content) => content.targets);
  if (targets.length > 0) await tx.insert(itemTargets).values(targets);
  const options = partsOf((content) => content.options);
  if (options.length > 0) await tx.insert(itemOptions).values(options);
  const citations = partsOf((content) => content.citations);
  if (citations.length > 0) await tx.insert(itemCitations).values(citations);
  const authors = versions.flatMap(({ id, createdBy }) =>
    createdBy === null ? [] : { itemVersionId: id, personId: createdBy }
  );
  if (authors.length > 0) await tx.insert(itemVersionAuthors).values(authors).onConflictDoNothing();
}

/** Records the reasons for which a package lets warnings stay; what was recorded here already stays as it is. */
export async function insertReasons(
  tx: Executor,
  versions: { versionId: string; setAside: RecordedReason[] }[],
  now: Date
): Promise<void> {
  const rows = versions.flatMap(({ versionId, setAside }) =>
    setAside.map((given) => ({ ...given, itemVersionId: versionId, createdAt: now }))
  );
  if (rows.length > 0) await tx.insert(itemLintOverrides).values(rows).onConflictDoNothing();
}

/** Gives items these tags and no others. */
export async function replaceTags(tx: Executor, tagged: { itemId: string; tags: string[] }[]): Promise<void> {
  if (tagged.length === 0) return;
  const ids = tagged.map(({ itemId }) => itemId);
  await tx.delete(itemTags).where(inArray(itemTags.itemId, ids));
  const rows = tagged.flatMap(({ itemId, tags }) => [...new Set(tags)].map((tag) => ({ itemId, tag })));
  if (rows.length > 0) await tx.insert(itemTags).values(rows);
}

/** Retires those of the versions that are live. */
export async function updateItemVersionsToRetired(tx: Executor, ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(itemVersions)
    .set({ status: 'retired', retiredAt: now })
    .where(and(inArray(itemVersions.id, ids), eq(itemVersions.status, 'live')));
}

/** Publishes drafts; the database refuses one that is not whole. */
export async function updateItemVersionsToLive(tx: Executor, ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(itemVersions)
    .set({ status: 'live', publishedAt: now })
    .where(inArray(itemVersions.id, ids));
}

/** Records that the package says of these versions that they were reviewed. */
export async function insertPackageApprovals(tx: Executor, versionIds: string[], now: Date): Promise<void> {
  if (versionIds.length === 0) return;
  const versions = await tx
    .select({ itemVersionId: itemVersions.id, revision: itemVersions.revision })
    .from(itemVersions)
    .where(inArray(itemVersions.id, versionIds));
  await tx.insert(itemApprovals).values(
    versions.map((version) => ({
      ...version,
      id: crypto.randomUUID(),
      kind: 'package' as const,
      approvedAt: now
    }))
  );
}
