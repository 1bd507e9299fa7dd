import type { LintOverride } from '#lib/domain/question-bank/lint/open-findings.ts';
import type { Executor } from '../db/index.ts';
import { listOverrides } from './lint-queries.ts';

/** The warnings of a version that were set aside, with the reason, by whom and when. */
export const listLintOverrides = (db: Executor, versionId: string): Promise<LintOverride[]> =>
  listOverrides(db, versionId);
