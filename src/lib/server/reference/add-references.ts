import { makeCitationKey } from '#lib/domain/reference/citation-key.ts';
import type { CslReference } from '#lib/domain/reference/csl-reference.ts';
import {
  doubtedFormer,
  formerToken,
  type PastedChoice,
  type PastedRow
} from '#lib/domain/reference/pasted-row.ts';
import type { ReadReference } from '#lib/domain/reference/read-reference.ts';
import { referenceSearchText } from '#lib/domain/reference/search-text.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertEntries, listCitationKeys, lockLibrary } from './entry-queries.ts';
import { findPasted } from './find-pasted.ts';
import { takeDoubt } from './take-doubt.ts';

type Adding = {
  references: ReadReference[];
  /** What was chosen for each, and what it was seen to be the same as, and how that stood. Others are left out. */
  choices: PastedChoice[];
  actorId: string;
  now: Date;
};

export type AddedReference = { id: string; citationKey: string };

/** `doubted`: how many references of the library were put under graver doubt. */
export type Addition = { added: AddedReference[]; doubted: number };

export type AddingProblem = { kind: 'changed-meanwhile'; rows: PastedRow[] };

type Entry = AddedReference & { csl: CslReference; row: PastedRow };

function keyed(rows: PastedRow[], takenKeys: string[]): Entry[] {
  const taken = new Set(takenKeys);
  return rows.map((row) => {
    const citationKey = makeCitationKey(row.csl, taken);
    taken.add(citationKey);
    return { id: crypto.randomUUID(), citationKey, csl: { ...row.csl, id: citationKey }, row };
  });
}

function rowOf({ id, citationKey, csl, row }: Entry, { actorId, now }: Adding) {
  const { status, statusNote, authorsTruncated } = row;
  const isDoubted = status !== 'current';
  return {
    ...{ id, citationKey, csl, authorsTruncated, status, updatedAt: now },
    statusNote: isDoubted ? statusNote || 'The file from which it was added says so.' : '',
    statusChangedAt: isDoubted ? now : null,
    statusChangedBy: isDoubted ? actorId : null,
    searchText: referenceSearchText(citationKey, csl)
  };
}

/** The rows that are added, and those for which the library's own is used though they say worse of it. */
function chosenOf(rows: PastedRow[], choices: PastedChoice[]) {
  const choiceOf = ({ record }: PastedRow) => choices.find((choice) => choice.record === record);
  const added = rows.filter((row) => choiceOf(row)?.isAdded);
  const doubting = rows.filter((row) => choiceOf(row)?.isAdded === false && doubtedFormer(row) !== null);
  const isSeen = (row: PastedRow) => choiceOf(row)?.former === formerToken(row.former);
  return { added, doubting, areSeen: [...added, ...doubting].every(isSeen) };
}

/**
 * Adds the chosen references to the library, each under a key of its own. Where the library's own is used instead of one
 * that says worse of it, that doubt is taken over. Where one is the same as another that the person did not see beside it,
 * as it stands, nothing is written: they are to look again.
 */
export function addReferences(db: Executor, adding: Adding): Promise<Result<Addition, AddingProblem>> {
  const { references, choices, actorId, now } = adding;
  return db.transaction(async (tx) => {
    await lockLibrary(tx);
    const rows = await findPasted(tx, references);
    const chosen = chosenOf(rows, choices);
    if (!chosen.areSeen) return failure({ kind: 'changed-meanwhile', rows });
    const entries = keyed(chosen.added, await listCitationKeys(tx));
    await insertEntries(
      tx,
      entries.map((entry) => rowOf(entry, adding))
    );
    for (const { id, citationKey } of entries) {
      const subject = { kind: 'reference', id };
      const detail = { citationKey };
      await insertAuditEvent(tx, { at: now, actorId, action: 'reference.add-reference', subject, detail });
    }
    const doubted = await takeDoubt(tx, { rows: chosen.doubting, actorId, now });
    return success({ added: entries.map(({ id, citationKey }) => ({ id, citationKey })), doubted });
  });
}
