import { nextVersionLabel } from '#lib/domain/activity/next-version-label.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertEditor, listCurrentVersions, listVersionLabels, lockActivity } from './authoring-queries.ts';
import {
  insertCopiedAssessments,
  insertCopiedDisclosures,
  insertCopiedLesson,
  insertCopiedParts,
  insertCopiedVersion,
  type VersionCopy
} from './copy-version-queries.ts';

type Started = { versionId: string; isNew: boolean };

async function copyVersion(tx: Executor, copy: VersionCopy): Promise<void> {
  await insertCopiedVersion(tx, copy);
  await insertCopiedLesson(tx, copy);
  await insertCopiedParts(tx, copy);
  await insertCopiedDisclosures(tx, copy);
  await insertCopiedAssessments(tx, copy);
  const { actorId, now, to } = copy;
  await insertEditor(tx, { activityVersionId: to.versionId, actorId, now });
}

/**
 * Opens the working copy of an activity: the draft that is open already, or a copy of the live version with all of its
 * parts under the next label. The live version is untouched. Two at once find the same draft.
 */
export async function startDraft(
  db: Executor,
  input: { activityId: string; actorId: string; now: Date }
): Promise<Result<Started, 'no-such-activity'>> {
  const { activityId, actorId, now } = input;
  return db.transaction(async (tx) => {
    if (!(await lockActivity(tx, activityId))) return failure('no-such-activity');
    const versions = await listCurrentVersions(tx, activityId);
    const draft = versions.find(({ status }) => status === 'draft');
    if (draft) return success({ versionId: draft.versionId, isNew: false });
    const [live] = versions;
    if (!live) return failure('no-such-activity');
    const label = nextVersionLabel(await listVersionLabels(tx, activityId));
    const to = { versionId: crypto.randomUUID(), lessonId: crypto.randomUUID(), label };
    await copyVersion(tx, { from: live, to, actorId, now });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'activity.start-draft',
      subject: { kind: 'activity-version', id: to.versionId },
      detail: { activityId, version: label, from: live.versionId }
    });
    return success({ versionId: to.versionId, isNew: true });
  });
}
