import { lintItem } from '#lib/domain/question-bank/lint/lint-item.ts';
import type { LintFinding } from '#lib/domain/question-bank/lint/lint-finding.ts';
import {
  openFindings,
  withOverrides,
  type ReviewedFinding
} from '#lib/domain/question-bank/lint/open-findings.ts';
import type { Executor } from '../db/index.ts';
import { readLintContext } from './lint-context.ts';
import { listLintOverrides } from './list-lint-overrides.ts';
import { readItemDraft } from './read-item-draft.ts';

/** What the lint says of a version now, with what was set aside; `open` is what blocks review and publication. */
export type VersionLint = { findings: ReviewedFinding[]; open: LintFinding[] };

/** Lints a version as it is stored, by the rules and references of today. Throws where there is none. */
export async function readLint(db: Executor, versionId: string): Promise<VersionLint> {
  const found = await readItemDraft(db, versionId);
  if (found === null) throw new Error(`There is no item version ${versionId}`);
  const findings = lintItem(found.draft, await readLintContext(db, { itemId: found.itemId }));
  const overrides = await listLintOverrides(db, versionId);
  return { findings: withOverrides(findings, overrides), open: openFindings(findings, overrides) };
}
