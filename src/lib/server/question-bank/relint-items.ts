import { LINT_EDITION, lintItem } from '#lib/domain/question-bank/lint/lint-item.ts';
import { indexKeys, keysToldIn, type KeyIndex } from '#lib/domain/question-bank/lint/told-keys.ts';
import type { Executor } from '../db/index.ts';
import { SHARED_CONTEXT } from './lint-context.ts';
import {
  listBankKeys,
  listRetractedCitationKeys,
  listUnshuffledBanks,
  listVersionsToLint
} from './lint-queries.ts';
import { readItemDrafts } from './read-item-draft.ts';
import { recordLints } from './record-lint.ts';

/** Few enough that a batch takes a fraction of a second, many enough that the statements do not count. */
const BATCH = 250;

type Surroundings = { retractedKeys: string[]; keysByBank: Map<string, KeyIndex>; unshuffled: Set<string> };

async function readSurroundings(db: Executor, bankIds: string[]): Promise<Surroundings> {
  const keys = Map.groupBy(await listBankKeys(db, bankIds), ({ bankId }) => bankId);
  return {
    retractedKeys: await listRetractedCitationKeys(db),
    unshuffled: new Set(await listUnshuffledBanks(db, bankIds)),
    keysByBank: new Map([...keys].map(([bankId, list]) => [bankId, indexKeys(list)]))
  };
}

/** Lints these versions as they are, and records what was found. */
export async function lintVersions(tx: Executor, versionIds: string[]): Promise<void> {
  const versions = [...(await readItemDrafts(tx, versionIds)).values()];
  if (versions.length === 0) return;
  const { retractedKeys, keysByBank, unshuffled } = await readSurroundings(tx, [
    ...new Set(versions.map(({ bankId }) => bankId))
  ]);
  const linted = versions.map(({ versionId, itemId, bankId, draft }) => {
    const keys = keysByBank.get(bankId);
    const otherKeys = keys === undefined ? [] : keysToldIn(keys, { itemId, stem: draft.stem });
    const shufflesOptions = !unshuffled.has(bankId);
    const context = { ...SHARED_CONTEXT, retractedKeys, shufflesOptions, otherKeys };
    return { versionId, draft, findings: lintItem(draft, context) };
  });
  await recordLints(tx, linted);
}

/** The same, a batch a transaction, so that nobody who saves waits long. */
export async function lintInBatches(db: Executor, versionIds: string[]): Promise<void> {
  for (let start = 0; start < versionIds.length; start += BATCH) {
    const batch = versionIds.slice(start, start + BATCH);
    await db.transaction((tx) => lintVersions(tx, batch));
  }
}

/**
 * Lints what another edition of the rules looked at, or none: the live and the newest version of each item, the newest
 * first, a batch a transaction. Gives how many there were.
 */
export async function relintItems(db: Executor): Promise<number> {
  const versionIds = await listVersionsToLint(db, LINT_EDITION);
  await lintInBatches(db, versionIds);
  return versionIds.length;
}
