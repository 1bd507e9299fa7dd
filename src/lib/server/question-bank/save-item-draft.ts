import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import { isEditable } from '#lib/domain/question-bank/item-status.ts';
import { isNewStretch } from '#lib/domain/question-bank/editing-stretch.ts';
import { lintItem } from '#lib/domain/question-bank/lint/lint-item.ts';
import { losesText } from '#lib/domain/question-bank/loses-text.ts';
import { isSameDraft } from '#lib/domain/question-bank/same-draft.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { replaceDraftParts } from './draft-part-queries.ts';
import { findStorageProblems } from './find-storage-problems.ts';
import { insertKeptDraft } from './kept-draft-queries.ts';
import { readLintContext } from './lint-context.ts';
import { readItemDraft, type ItemVersionDraft } from './read-item-draft.ts';
import { recordLint } from './record-lint.ts';
import { insertAuthor, lockVersion } from './review-queries.ts';
import {
  SAVE_ACTION,
  selectOptionalLastStretch,
  selectOptionalName,
  updateDraftContent,
  updateTags
} from './save-queries.ts';

export type SaveInput = {
  versionId: string;
  /** The revision that the draft was written on. */
  baseRevision: number;
  draft: ItemDraft;
  /** What the author changed of the item's tags; tags that others gave meanwhile stay. */
  tags?: { added: string[]; removed: string[] };
  /** Whether the author has seen what stands there and writes over it: a copy of it is kept. */
  overwrites?: boolean;
  actorId: string;
  now: Date;
};

export type SaveProblem =
  | { kind: 'not-editable' }
  | { kind: 'conflict'; theirs: ItemVersionDraft; byName: string }
  | { kind: 'invalid'; problems: FieldProblem[] };

/** Keeps what this save takes out of the version, so that it can be read again. */
async function keepWhatGoes(tx: Executor, stored: ItemVersionDraft, input: SaveInput): Promise<void> {
  const isRetyped = losesText(stored.draft, input.draft);
  if (!isRetyped && input.overwrites !== true) return;
  await insertKeptDraft(tx, {
    itemVersionId: stored.versionId,
    revision: stored.revision,
    reason: input.overwrites === true ? 'overwritten' : 'type-changed',
    draft: stored.draft,
    writtenBy: stored.updatedBy ?? stored.createdBy,
    keptAt: input.now
  });
}

/** One audit row a stretch of editing: autosave would bury the trail under a row every five seconds. */
async function auditStretch(tx: Executor, stored: ItemVersionDraft, input: SaveInput): Promise<void> {
  const { versionId, actorId, now, overwrites = false } = input;
  const last = await selectOptionalLastStretch(tx, versionId);
  if (!overwrites && !isNewStretch(last, { actorId, now })) return;
  await insertAuditEvent(tx, {
    at: now,
    actorId,
    action: SAVE_ACTION,
    subject: { kind: 'item-version', id: versionId },
    detail: { itemId: stored.itemId, version: stored.version, fromRevision: stored.revision, overwrites }
  });
}

async function write(tx: Executor, stored: ItemVersionDraft, input: SaveInput): Promise<number> {
  const { versionId, draft, actorId, now } = input;
  const revision = stored.revision + 1;
  await keepWhatGoes(tx, stored, input);
  await updateDraftContent(tx, { versionId, revision, draft, actorId, now });
  await replaceDraftParts(tx, versionId, draft);
  await insertAuthor(tx, { itemVersionId: versionId, personId: actorId });
  const findings = lintItem(draft, await readLintContext(tx, { itemId: stored.itemId }));
  await recordLint(tx, { versionId, draft, findings });
  await auditStretch(tx, stored, input);
  return revision;
}

/**
 * Saves a draft over the revision that it was written on. Where somebody saved another one meanwhile, nothing is
 * written, and theirs comes back (`conflict`). A draft that says what is stored already is no change: a form that is sent
 * twice because its answer got lost is acknowledged, not refused.
 */
export async function saveItemDraft(
  db: Executor,
  input: SaveInput
): Promise<Result<{ revision: number; savedAt: Date }, SaveProblem>> {
  const { versionId, baseRevision, draft, tags, now } = input;
  return db.transaction(async (tx) => {
    const locked = await lockVersion(tx, versionId);
    if (locked === null || !isEditable(locked.status)) return failure({ kind: 'not-editable' });
    const problems = await findStorageProblems(tx, draft);
    if (problems.length > 0) return failure({ kind: 'invalid', problems });
    const stored = await readItemDraft(tx, versionId);
    if (stored === null) throw new Error(`There is no item version ${versionId}`);
    const isSame = isSameDraft(stored.draft, draft);
    if (stored.revision !== baseRevision && !isSame) {
      const byName = (await selectOptionalName(tx, stored.updatedBy)) ?? 'Somebody';
      return failure({ kind: 'conflict', theirs: stored, byName });
    }
    if (tags) await updateTags(tx, stored.itemId, tags);
    const revision = isSame ? stored.revision : await write(tx, stored, input);
    return success({ revision, savedAt: now });
  });
}
