import { mayRelease, type ReleaseCheck } from '#lib/domain/activity/release-checklist.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { listCurrentVersions, lockActivity } from './authoring-queries.ts';
import { updateReferenceListToFrozen } from './reference-list-queries.ts';
import { readRelease } from './read-release.ts';
import { lockDraft } from './settings-queries.ts';
import { releaseFaults } from './release-faults.ts';
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

async function publish(
  tx: Executor,
  { activityId, versionId, revision, actorId, now }: PublishInput
): Promise<Result<{ version: string }, PublishProblem>> {
  await lockActivity(tx, activityId);
  // Whoever is saving is waited for, and whoever comes later waits: what is checked here is what goes live.
  if (!(await lockDraft(tx, versionId))) return failure({ kind: 'no-draft' });
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
    detail: { activityId, version: draft.version, revision },
    before: { status: 'draft' },
    after: { status: 'live' }
  });
  return success({ version: draft.version });
}

/**
 * Makes the draft of an activity its live version, if nothing on the checklist is missing; the former one is retired and
 * stays readable for what rests on it. From then on neither the version nor its parts change. What the database alone finds
 * missing comes back like any other line.
 */
export async function publishActivity(
  db: Executor,
  input: PublishInput
): Promise<Result<{ version: string }, PublishProblem>> {
  try {
    return await db.transaction((tx) => publish(tx, input));
  } catch (error) {
    const details = releaseFaults(error);
    if (details === null) throw error;
    const check = { label: 'The database agrees', state: 'missing', details, path: '' } as const;
    return failure({ kind: 'not-whole', missing: [check] });
  }
}
