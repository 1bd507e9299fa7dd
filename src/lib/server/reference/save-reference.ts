import { isDeepStrictEqual } from 'node:util';
import type { CslReference } from '#lib/domain/reference/csl-reference.ts';
import { findDuplicate, isDuplicate, type DuplicateBy } from '#lib/domain/reference/find-duplicates.ts';
import type { ReferenceForm } from '#lib/domain/reference/reference-form.ts';
import { formOfReference } from '#lib/domain/reference/reference-form.ts';
import { readReferenceForm } from '#lib/domain/reference/read-reference-form.ts';
import { referenceSearchText } from '#lib/domain/reference/search-text.ts';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { listLikelyDuplicates, lockEntry, updateEntry } from './entry-queries.ts';

type Save = {
  referenceId: string;
  form: ReferenceForm;
  /** When the shown record was changed last, as `Date.toISOString` writes it. */
  base: string;
  /** The same reference of the library, by its id, as the person saw it beside theirs; empty: none was shown. */
  twinSeen: string;
  actorId: string;
  now: Date;
};

export type Twin = { id: string; citationKey: string; title: string; by: DuplicateBy };

/** Another entry that the change makes the same as this one; one that was the same before is no news. */
async function findTwin(tx: Executor, held: { id: string; csl: CslReference }, csl: CslReference) {
  const likely = await listLikelyDuplicates(tx, [csl]);
  const others = likely.filter(
    ({ id, csl: other }) => id !== held.id && isDuplicate(held.csl, other) === null
  );
  const found = findDuplicate(csl, others);
  if (found === null) return null;
  const { id, citationKey, csl: other } = found.held;
  return { id, citationKey, title: other.title, by: found.by };
}

export type SaveReferenceProblem =
  | { kind: 'no-such-reference' }
  | { kind: 'invalid'; problems: FieldProblem[] }
  | { kind: 'duplicate'; twin: Twin }
  | { kind: 'changed-meanwhile'; theirs: ReferenceForm; base: string };

const changedFields = (before: CslReference, after: CslReference) => {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...was.keys(), ...is.keys()])].filter(
    (name) => !isDeepStrictEqual(was.get(name), is.get(name))
  );
};

/**
 * Writes the record of a reference, unless somebody changed it since it was shown, or it becomes the same as another one
 * that was not shown beside it. Its key stays: texts cite by it. Lists
 * that were published keep the record as it was.
 */
export function saveReference(db: Executor, save: Save): Promise<Result<null, SaveReferenceProblem>> {
  const { referenceId: id, form, actorId, now } = save;
  return db.transaction(async (tx) => {
    const held = await lockEntry(tx, id);
    if (held === null) return failure({ kind: 'no-such-reference' });
    const base = held.updatedAt.toISOString();
    if (base !== save.base)
      return failure({ kind: 'changed-meanwhile', theirs: formOfReference(held), base });
    const read = readReferenceForm(form, held.csl);
    if (!read.ok) return failure({ kind: 'invalid', problems: read.problem });
    const { csl, authorsTruncated } = read.value;
    const twin = await findTwin(tx, held, csl);
    if (twin !== null && twin.id !== save.twinSeen) return failure({ kind: 'duplicate', twin });
    const searchText = referenceSearchText(held.citationKey, csl);
    await updateEntry(tx, { id, csl, authorsTruncated, searchText, updatedAt: now });
    const subject = { kind: 'reference', id };
    const detail = { changed: changedFields(held.csl, csl) };
    await insertAuditEvent(tx, { at: now, actorId, action: 'reference.save-reference', subject, detail });
    return success(null);
  });
}
