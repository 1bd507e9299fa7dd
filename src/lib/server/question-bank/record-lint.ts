import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import { itemSearchText } from '#lib/domain/question-bank/item-search-text.ts';
import type { LintFinding } from '#lib/domain/question-bank/lint/lint-finding.ts';
import { LINT_EDITION } from '#lib/domain/question-bank/lint/lint-item.ts';
import type { Executor } from '../db/index.ts';
import { updateLint, updateSearchTexts, type LintRow } from './lint-queries.ts';

/** What the lint found in a version. */
export type LintedVersion = { versionId: string; draft: ItemDraft; findings: LintFinding[] };

/** Hints (info) are no reason to come back, so they are not counted; they are named, so that they can be looked for. */
function rowOf({ versionId, findings }: LintedVersion): LintRow {
  return {
    id: versionId,
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    rules: [...new Set(findings.map(({ rule }) => rule))].toSorted(),
    edition: LINT_EDITION
  };
}

/** Records what the lint found in versions, and the words by which their items are found, in two statements. */
export async function recordLints(tx: Executor, versions: LintedVersion[]): Promise<void> {
  if (versions.length === 0) return;
  await updateLint(tx, versions.map(rowOf));
  await updateSearchTexts(
    tx,
    versions.map(({ versionId, draft }) => ({ versionId, text: itemSearchText(draft) }))
  );
}

/** The same for one version, in the transaction that saves it. */
export const recordLint = (tx: Executor, version: LintedVersion): Promise<void> => recordLints(tx, [version]);
