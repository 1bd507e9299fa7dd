import type { FrozenAttempt } from '#lib/domain/report/evidence/frozen-attempt.ts';
import type { FrozenReference } from '#lib/domain/report/evidence/frozen-activity.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItems } from '../question-bank/read-keyed-items.ts';
import { readFrozenRegrades } from './read-frozen-regrades.ts';
import { listFrozenPlaces, listItemReferences, listSubmittedAttempts } from './evidence-attempt-queries.ts';

type ItemReference = Awaited<ReturnType<typeof listItemReferences>>[number];

/** A source of an item: as the activity lists it, since learners saw that; else as when the item went live. */
function frozenReference(row: ItemReference, listed: FrozenReference[]): FrozenReference {
  const { citationKey, csl, authorsTruncated } = row;
  return (
    listed.find((reference) => reference.citationKey === citationKey && reference.csl !== null) ?? {
      citationKey,
      number: null,
      csl,
      authorsTruncated
    }
  );
}

/** The places of these forms by attempt, with the very item versions that stood there. */
async function readPlaces(db: Executor, attemptIds: string[], listed: FrozenReference[]) {
  if (attemptIds.length === 0) return () => [];
  const rows = await listFrozenPlaces(db, attemptIds);
  const versionIds = [...new Set(rows.map(({ itemVersionId }) => itemVersionId))];
  const items = await readKeyedItems(db, versionIds);
  const cited = versionIds.length === 0 ? [] : await listItemReferences(db, versionIds);
  return (attemptId: string): FrozenAttempt['places'] =>
    rows.flatMap(({ itemVersionId, place, answeredAt, ...row }) => {
      const item = items.get(itemVersionId);
      if (row.attemptId !== attemptId || item === undefined) return [];
      const references = cited
        .filter((reference) => reference.itemVersionId === itemVersionId)
        .map((reference) => frozenReference(reference, listed));
      return [{ ...place, item, references, answeredAt: answeredAt?.toISOString() ?? null }];
    });
}

/** Every sitting that was submitted until `until`: form, responses and score. `listed`: the activity's references. */
export async function readFrozenAttempts(
  db: Executor,
  { listed, ...which }: { personId: string; versionId: string; until: Date; listed: FrozenReference[] }
): Promise<FrozenAttempt[]> {
  const rows = await listSubmittedAttempts(db, which);
  const ids = rows.map(({ id }) => id);
  const placesOf = await readPlaces(db, ids, listed);
  const regradesOf = await readFrozenRegrades(db, ids);
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    // A submitted attempt has both: attempts_submitted_is_scored.
    submittedAt: row.submittedAt?.toISOString() ?? '',
    itemsCorrect: row.itemsCorrect ?? 0,
    places: placesOf(row.id),
    regrades: regradesOf(row.id)
  }));
}
