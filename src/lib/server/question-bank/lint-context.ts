import type { LintContext } from '#lib/domain/question-bank/lint/lint-context.ts';
import { indexKeys, keysToldIn } from '#lib/domain/question-bank/lint/told-keys.ts';
import type { Executor } from '../db/index.ts';
import {
  listBankKeys,
  listRetractedCitationKeys,
  listUnshuffledBanks,
  selectOptionalNewestStem
} from './lint-queries.ts';

/** What all items have in common: the library takes no citation of a reference that it does not hold. */
export const SHARED_CONTEXT = { listedKeys: null } as const;

/** What the lint needs to know around an item. Of the keys of the bank, those that the saved newest stem holds. */
export async function readLintContext(db: Executor, { itemId }: { itemId: string }): Promise<LintContext> {
  const retractedKeys = await listRetractedCitationKeys(db);
  const newest = await selectOptionalNewestStem(db, itemId);
  if (newest === null) return { ...SHARED_CONTEXT, retractedKeys, shufflesOptions: true };
  const { bankId, stem } = newest;
  const keys = indexKeys(await listBankKeys(db, [bankId]));
  return {
    ...SHARED_CONTEXT,
    retractedKeys,
    shufflesOptions: (await listUnshuffledBanks(db, [bankId])).length === 0,
    otherKeys: keysToldIn(keys, { itemId, stem })
  };
}

/** More keys than this are not looked through at every keystroke. */
const MOST_KEYS_WHILE_TYPING = 500;

/**
 * The same for who types: with the keys of all other items of the bank, since the stem will change; in a large bank with
 * those that the saved stem holds.
 */
export async function readTypingContext(
  db: Executor,
  { itemId, bankId }: { itemId: string; bankId: string }
): Promise<LintContext> {
  const context = await readLintContext(db, { itemId });
  const others = (await listBankKeys(db, [bankId])).filter((key) => key.itemId !== itemId);
  if (others.length > MOST_KEYS_WHILE_TYPING) return context;
  return { ...context, otherKeys: [...new Set(others.map(({ text }) => text))] };
}
