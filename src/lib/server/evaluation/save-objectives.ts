import { inUseWords, type ObjectiveEntry } from '#lib/domain/activity/objective-list.ts';
import { fitObjectives } from '#lib/domain/evaluation/fit-objectives.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { fingerprintOf } from '../activity/fingerprint.ts';
import {
  listObjectiveUses,
  listVersionObjectives,
  replaceObjectives
} from '../activity/objective-queries.ts';
import { lockDraft } from '../activity/settings-queries.ts';
import { touchDraft } from '../activity/touch-draft.ts';
import { selectOptionalEvaluationForm, updateEvaluationForm } from './queries.ts';

export type SaveObjectivesProblem =
  | { kind: 'no-draft' }
  | { kind: 'changed-meanwhile'; theirs: ObjectiveEntry[]; base: string }
  | { kind: 'in-use'; code: string; where: string };

type SaveInput = {
  activityVersionId: string;
  entries: ObjectiveEntry[];
  base: string;
  actorId: string;
  now: Date;
};

/** The first objective that the new list leaves out although it is used. */
async function findLeftOut(
  tx: Executor,
  { activityVersionId, entries }: SaveInput,
  before: ObjectiveEntry[]
) {
  const uses = await listObjectiveUses(tx, activityVersionId);
  for (const { id, code } of before) {
    const where = inUseWords(uses.find(({ objectiveId }) => objectiveId === id));
    if (where !== null && !entries.some((entry) => entry.id === id)) return { code, where };
  }
  return null;
}

/** The evaluation form rates the objectives that are stated. */
async function fitEvaluation(
  tx: Executor,
  { activityVersionId, entries }: SaveInput,
  before: ObjectiveEntry[]
): Promise<void> {
  const form = await selectOptionalEvaluationForm(tx, activityVersionId);
  if (form === null) return;
  await updateEvaluationForm(tx, {
    activityVersionId,
    form: fitObjectives(form, { before, after: entries })
  });
}

/**
 * Writes the list of objectives of a draft. One that is used is not removed; somebody else's change is not overwritten. It
 * lives here and not in the activity room, because an action stands in the highest room that it writes to.
 */
export function saveObjectives(db: Executor, input: SaveInput): Promise<Result<null, SaveObjectivesProblem>> {
  const { activityVersionId, entries, actorId, now } = input;
  return db.transaction(async (tx) => {
    if (!(await lockDraft(tx, activityVersionId))) return failure({ kind: 'no-draft' });
    const before = await listVersionObjectives(tx, activityVersionId);
    const base = fingerprintOf(before);
    if (base !== input.base) return failure({ kind: 'changed-meanwhile', theirs: before, base });
    const leftOut = await findLeftOut(tx, input, before);
    if (leftOut !== null) return failure({ kind: 'in-use', ...leftOut });
    await replaceObjectives(tx, { activityVersionId, entries });
    await fitEvaluation(tx, input, before);
    await touchDraft(tx, { activityVersionId, actorId, now });
    const subject = { kind: 'activity-version', id: activityVersionId };
    const event = { at: now, actorId, action: 'activity.save-objectives', subject };
    const changed = { before: { objectives: before }, after: { objectives: entries } };
    await insertAuditEvent(tx, { ...event, ...changed });
    return success(null);
  });
}
