import { changedSettings, type ActivitySettings } from '#lib/domain/activity/activity-settings.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { fingerprintOf } from './fingerprint.ts';
import { lockDraft, selectSettings, updateSettings } from './settings-queries.ts';
import { touchDraft } from './touch-draft.ts';

type SaveInput = {
  activityVersionId: string;
  settings: ActivitySettings;
  /** The state that the form was filled in from. */
  base: string;
  actorId: string;
  now: Date;
};

export type SaveSettingsProblem =
  | { kind: 'no-draft' }
  /** Somebody else saved meanwhile: what stands now, and its state. */
  | { kind: 'changed-meanwhile'; theirs: ActivitySettings; base: string };

/** Writes the settings of a draft, unless somebody else saved since the form was filled in: then nothing is written. */
export function saveSettings(db: Executor, input: SaveInput): Promise<Result<null, SaveSettingsProblem>> {
  const { activityVersionId, settings, actorId, now } = input;
  return db.transaction(async (tx) => {
    if (!(await lockDraft(tx, activityVersionId))) return failure({ kind: 'no-draft' });
    const theirs = await selectSettings(tx, activityVersionId);
    const base = fingerprintOf(theirs);
    if (base !== input.base) return failure({ kind: 'changed-meanwhile', theirs, base });
    await updateSettings(tx, activityVersionId, settings);
    await touchDraft(tx, { activityVersionId, actorId, now });
    const subject = { kind: 'activity-version', id: activityVersionId };
    // Authors are named in the settings: the audit row says which fields changed, and the version what they say.
    const changed = changedSettings(theirs, settings);
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'activity.save-settings',
      subject,
      detail: { changed }
    });
    return success(null);
  });
}
