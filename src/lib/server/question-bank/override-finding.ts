import { isSameFinding } from '#lib/domain/question-bank/lint/open-findings.ts';
import { readOverrideReason } from '#lib/domain/question-bank/lint/override-reason.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { replaceOverride } from './lint-queries.ts';
import { readLint } from './read-lint.ts';
import { lockVersion } from './review-queries.ts';

type Input = {
  versionId: string;
  rule: string;
  place: string;
  /** What was found, in the words of the finding. */
  what: string;
  reason: string;
  actorId: string;
  now: Date;
};

/** `message` is for the field of the reason. */
type Problem =
  { kind: 'no-such-version' } | { kind: 'no-such-warning' } | { kind: 'invalid'; message: string };

/**
 * Sets a warning of the lint aside, with a reason for just what was found; a second reason replaces the first. Errors
 * cannot be set aside, and a version that was published is past it.
 */
export async function overrideFinding(db: Executor, input: Input): Promise<Result<null, Problem>> {
  const { versionId, rule, place, what, actorId, now } = input;
  const reason = readOverrideReason(input.reason);
  if (!reason.ok) return failure({ kind: 'invalid', message: reason.problem });
  return db.transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (version === null || version.status === 'live' || version.status === 'retired')
      return failure({ kind: 'no-such-version' });
    const { findings } = await readLint(tx, versionId);
    const isWarned = findings.some(
      (finding) => finding.severity === 'warning' && isSameFinding(finding, input)
    );
    if (!isWarned) return failure({ kind: 'no-such-warning' });
    const row = { itemVersionId: versionId, rule, place, what, reason: reason.value };
    await replaceOverride(tx, { ...row, personId: actorId, createdAt: now });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'question-bank.override-finding',
      subject: { kind: 'item-version', id: versionId },
      detail: { itemId: version.itemId, version: version.version, rule, place },
      reason: reason.value
    });
    return success(null);
  });
}
