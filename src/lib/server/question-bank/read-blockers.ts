import { lintItem } from '#lib/domain/question-bank/lint/lint-item.ts';
import { openFindings } from '#lib/domain/question-bank/lint/open-findings.ts';
import {
  publicationBlockers,
  type PublicationBlockers
} from '#lib/domain/question-bank/publication-blockers.ts';
import type { Executor } from '../db/index.ts';
import { readLintContext } from './lint-context.ts';
import { listLintOverrides } from './list-lint-overrides.ts';
import { readItemDraft } from './read-item-draft.ts';
import { recordLint } from './record-lint.ts';
import { listRetractedKeys } from './review-queries.ts';

/**
 * What keeps a version from review and publication, approvals aside; null where nothing does. Lints it anew by the rules
 * of today, and records what was found.
 */
export async function readBlockers(tx: Executor, versionId: string): Promise<PublicationBlockers | null> {
  const found = await readItemDraft(tx, versionId);
  if (found === null) throw new Error(`There is no item version ${versionId}`);
  const { draft, itemId } = found;
  const findings = lintItem(draft, await readLintContext(tx, { itemId }));
  await recordLint(tx, { versionId, draft, findings });
  return publicationBlockers(draft, {
    retractedKeys: await listRetractedKeys(tx, versionId),
    lintErrors: findings.filter(({ severity }) => severity === 'error').length,
    open: openFindings(findings, await listLintOverrides(tx, versionId))
  });
}
