import type { LintContext } from '#lib/domain/question-bank/lint/lint-context.ts';
import { indexKeys, keysToldIn } from '#lib/domain/question-bank/lint/told-keys.ts';
import type { Executor } from '../db/index.ts';
import { listBankKeys, listRetractedCitationKeys, selectOptionalNewestStem } from './lint-queries.ts';

/**
 * What all items have in common: the library takes no citation of a reference that it does not hold, and forms shuffle
 * options unless an activity says otherwise.
 */
export const SHARED_CONTEXT = { listedKeys: null, shufflesOptions: true } as const;

/** What the lint needs to know around an item. Of the keys of the bank, those that the saved newest stem holds. */
export async function readLintContext(db: Executor, { itemId }: { itemId: string }): Promise<LintContext> {
  const retractedKeys = await listRetractedCitationKeys(db);
  const newest = await selectOptionalNewestStem(db, itemId);
  if (newest === null) return { ...SHARED_CONTEXT, retractedKeys };
  const keys = indexKeys(await listBankKeys(db, [newest.bankId]));
  return { ...SHARED_CONTEXT, retractedKeys, otherKeys: keysToldIn(keys, { itemId, stem: newest.stem }) };
}
