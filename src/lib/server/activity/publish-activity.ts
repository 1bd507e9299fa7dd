import { mayRelease, type ReleaseCheck } from '#lib/domain/activity/release-checklist.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { listCurrentVersions, lockActivity } from './authoring-queries.ts';
import { updateReferenceListToFrozen } from './reference-list-queries.ts';
import { readRelease } from './read-release.ts';
import { updateReleased } from './release-queries.ts';

type PublishInput = {
  activityId: string;
  /** The draft and its revision as the page showed it: what was changed since is looked at first. */
  versionId: string;
  revision: number;
  actorId: string;
  now: Date;
};

export type PublishProblem =
  { kind: 'no-draft' } | { kind: 'changed-meanwhile' } | { kind: 'not-whole'; missing: ReleaseCheck[] };

/**
 * Makes the draft of an activity its live version, if nothing on the checklist is missing; the former one is retired and
 * stays readable for what rests on it. From then on neither the version nor its parts change.
 */
export function publishActivity(
  db: Executor,
  { activityId, versionId, revision, actorId, now }: PublishInput
): Promise<Result<{ version: string }, PublishProblem>> {
  return db.transaction(async (tx) => {
    await lockActivity(tx, activityId);
    const versions = await listCurrentVersions(tx, activityId);
    const draft = versions.find((version) => version.status === 'draft' && version.versionId === versionId);
    if (!draft) return failure({ kind: 'no-draft' });
    if (draft.revision !== revision) return failure({ kind: 'changed-meanwhile' });
    const checks = await readRelease(tx, draft, now);
    const missing = checks.filter(({ state }) => state === 'missing');
    if (!mayRelease(checks)) return failure({ kind: 'not-whole', missing });
    await updateReferenceListToFrozen(tx, versionId);
    await updateReleased(tx, { activityId, versionId, now });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'activity.publish-activity',
      subject: { kind: 'activity-version', id: versionId },
      detail: { activityId, version: draft.version, revision }
    });
    return success({ version: draft.version });
  });
}
