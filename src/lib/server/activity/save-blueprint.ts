import type { BlueprintSettings } from '#lib/domain/activity/blueprint-form.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { replaceBlueprint } from './blueprint-queries.ts';
import { readBlueprints } from './read-blueprints.ts';
import { lockDraft } from './settings-queries.ts';
import { touchDraft } from './touch-draft.ts';

type SaveInput = {
  activityVersionId: string;
  assessmentId: string;
  settings: BlueprintSettings;
  base: string;
  actorId: string;
  now: Date;
};

/** Writes one assessment of a draft, unless somebody else changed it since the form was filled in. */
export function saveBlueprint(
  db: Executor,
  input: SaveInput
): Promise<Result<null, 'no-draft' | 'no-such-assessment' | 'changed-meanwhile'>> {
  const { activityVersionId, assessmentId, settings, actorId, now } = input;
  return db.transaction(async (tx) => {
    if (!(await lockDraft(tx, activityVersionId))) return failure('no-draft');
    const before = (await readBlueprints(tx, activityVersionId)).find(({ id }) => id === assessmentId);
    if (!before) return failure('no-such-assessment');
    if (before.base !== input.base) return failure('changed-meanwhile');
    await replaceBlueprint(tx, assessmentId, settings);
    await touchDraft(tx, { activityVersionId, actorId, now });
    const subject = { kind: 'activity-version', id: activityVersionId };
    const event = { at: now, actorId, action: 'activity.save-blueprint', subject };
    const changed = { before: before.settings, after: settings };
    await insertAuditEvent(tx, { ...event, detail: { assessment: before.kind }, ...changed });
    return success(null);
  });
}
