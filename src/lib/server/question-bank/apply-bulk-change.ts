import {
  changedItems,
  type BulkChange,
  type BulkEntry,
  type PlannedItem
} from '#lib/domain/question-bank/plan-bulk-change.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertBulkChange, listRevisions } from './bulk-change-queries.ts';
import { insertNextVersions } from './bulk-copy-queries.ts';
import { lockItems } from './bulk-facts-queries.ts';
import {
  deleteTags,
  insertAuthors,
  insertTags,
  updateBank,
  updateEdited,
  updateToDraft,
  updateToRetired,
  updateToReview,
  type Edit
} from './bulk-queries.ts';
import { planMark } from './plan-mark.ts';
import { previewBulkChange, type BulkInput } from './preview-bulk-change.ts';
import { lintVersions } from './relint-items.ts';

type Doing = { plan: PlannedItem[]; change: BulkChange; actorId: string; now: Date };

const versionsOf = (plan: PlannedItem[], effect: PlannedItem['effect']) =>
  plan.filter((item) => item.effect === effect).map(({ facts }) => facts.versionId);

const itemsInPlace = (plan: PlannedItem[]) =>
  plan.filter(({ effect }) => effect === 'in-place').map(({ facts }) => facts.itemId);

/** Those of the versions whose objective was missing; a live version always has one, and so has the next. */
const withoutObjective = (plan: PlannedItem[], versionIds: string[]) => {
  const bare = new Set(plan.flatMap(({ facts }) => (facts.objectiveId === null ? facts.versionId : [])));
  return versionIds.filter((versionId) => bare.has(versionId));
};

/**
 * Objective or difficulty: drafts in place, those in review as drafts again, live ones as next versions. Whoever does it
 * wrote in them all. The lint asks whether there is an objective, not which one, and not for the difficulty: only what had
 * none is linted again.
 */
async function applyEdit(tx: Executor, { plan, actorId, now }: Doing, edit: Edit) {
  const returned = versionsOf(plan, 'back-to-draft');
  await updateToDraft(tx, { versionIds: returned, actorId, now });
  const edited = [...versionsOf(plan, 'in-place'), ...returned];
  await updateEdited(tx, { versionIds: edited, actorId, now }, edit);
  const made = await insertNextVersions(tx, {
    versionIds: versionsOf(plan, 'next-version'),
    edit,
    actorId,
    now
  });
  const written = [...edited, ...made.map(({ versionId }) => versionId)];
  await insertAuthors(tx, written, actorId);
  if (edit.column === 'objective') await lintVersions(tx, withoutObjective(plan, written));
  return made;
}

async function applyStep(tx: Executor, { plan, actorId, now }: Doing, step: string): Promise<void> {
  const changed = { versionIds: versionsOf(plan, 'in-place'), actorId, now };
  if (step === 'submit') await updateToReview(tx, changed);
  if (step === 'withdraw')
    await updateToDraft(tx, { ...changed, versionIds: versionsOf(plan, 'back-to-draft') });
  if (step === 'retire') await updateToRetired(tx, changed);
}

/** Does what the plan says in a few statements, however many items there are; gives the versions that were made. */
async function apply(tx: Executor, doing: Doing): Promise<{ itemId: string; versionId: string }[]> {
  const { kind, value } = doing.change;
  switch (kind) {
    case 'add-tag':
      await insertTags(tx, itemsInPlace(doing.plan), value);
      return [];
    case 'remove-tag':
      await deleteTags(tx, itemsInPlace(doing.plan), value);
      return [];
    case 'objective':
    case 'difficulty':
      return applyEdit(tx, doing, { column: kind, value });
    case 'bank':
      await updateBank(tx, itemsInPlace(doing.plan), value);
      return [];
    case 'state':
      await applyStep(tx, doing, value);
      return [];
    default:
      return kind satisfies never;
  }
}

/** What stood there before, for the kinds that replace something. */
function beforeOf({ facts }: PlannedItem, { kind }: BulkChange): string | null {
  if (kind === 'objective') return facts.objectiveId;
  if (kind === 'difficulty') return facts.difficulty;
  return kind === 'bank' ? facts.bankId : null;
}

/** What the undo needs to know of each item that was changed. */
async function entriesOf(
  tx: Executor,
  { plan, change }: Doing,
  made: { itemId: string; versionId: string }[]
): Promise<BulkEntry[]> {
  const done = changedItems(plan);
  const newest = new Map(made.map(({ itemId, versionId }) => [itemId, versionId]));
  const versionOf = ({ facts }: PlannedItem) => newest.get(facts.itemId) ?? facts.versionId;
  const revisions = new Map(
    (await listRevisions(tx, done.map(versionOf))).map(({ versionId, revision }) => [versionId, revision])
  );
  return done.map((item) => ({
    itemId: item.facts.itemId,
    versionId: versionOf(item),
    effect: item.effect,
    before: beforeOf(item, change),
    status: item.facts.status,
    revision: revisions.get(versionOf(item)) ?? null
  }));
}

type Applied = { plan: PlannedItem[]; bulkChangeId: string | null };

/** `seen`: the mark of the plan that the person saw; without it, the change is made whatever the plan is. */
type ApplyInput = BulkInput & { now: Date; seen?: string };

async function carryOut(tx: Executor, doing: Doing): Promise<Applied> {
  const { plan, change, actorId, now } = doing;
  const entries = await entriesOf(tx, doing, await apply(tx, doing));
  if (entries.length === 0) return { plan, bulkChangeId: null };
  const id = crypto.randomUUID();
  await insertBulkChange(tx, { id, ...change, madeBy: actorId, madeAt: now, entries });
  await insertAuditEvent(tx, {
    at: now,
    actorId,
    action: 'question-bank.bulk-change',
    subject: { kind: 'bulk-change', id },
    detail: { ...change, items: entries.map(({ versionId }) => versionId) }
  });
  return { plan, bulkChangeId: id };
}

/**
 * Changes many items in one transaction, by the plan as it stands once they are locked; what cannot be changed is left as
 * it is and said. Gives the plan and the id under which the change can be undone (null: nothing was changed). `other-plan`:
 * it would do something else than the person saw, so nothing is done.
 */
export function applyBulkChange(
  db: Executor,
  input: ApplyInput
): Promise<Result<Applied, { kind: 'other-plan'; plan: PlannedItem[] }>> {
  const { itemIds, change, actorId, now, seen } = input;
  return db.transaction(async (tx) => {
    await lockItems(tx, itemIds);
    const plan = await previewBulkChange(tx, input);
    if (seen !== undefined && seen !== planMark(plan)) return failure({ kind: 'other-plan', plan });
    return success(await carryOut(tx, { plan, change, actorId, now }));
  });
}
