import type { InForce } from '#lib/domain/attempt/explain-response.ts';
import type { Regrade, RegradeKind } from '#lib/domain/attempt/regrade.ts';
import type { Response } from '#lib/domain/attempt/response.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItems } from '../question-bank/read-keyed-items.ts';

/** A regrade as it is stored. */
export type StoredRegrade = {
  kind: RegradeKind;
  accepted: Response[];
  keyVersionId: string | null;
  reason: string;
};

function toRegrade({ kind, accepted, keyVersionId }: StoredRegrade, items: Map<string, KeyedItem>): Regrade {
  switch (kind) {
    case 'accept-key':
      return { kind, accepted };
    case 'new-key': {
      const by = items.get(keyVersionId ?? '');
      if (!by) throw new Error(`There is no item version ${keyVersionId}, whose key should hold`);
      return { kind, by };
    }
    case 'full-mark':
    case 'drop-item':
      return { kind };
    default:
      return kind satisfies never;
  }
}

/** The decision that is in force for each of these rows, in their order; null: none is. */
export async function readDecisions(
  db: Executor,
  rows: { regrade: StoredRegrade | null }[]
): Promise<(InForce | null)[]> {
  const keyVersionIds = rows.flatMap(({ regrade }) => regrade?.keyVersionId ?? []);
  const items = await readKeyedItems(db, keyVersionIds);
  return rows.map(({ regrade }) => regrade && { regrade: toRegrade(regrade, items), reason: regrade.reason });
}

/** The decision that is in force for one place, or null. */
export async function readDecision(
  db: Executor,
  row: { regrade: StoredRegrade | null }
): Promise<InForce | null> {
  const [decided] = await readDecisions(db, [row]);
  return decided ?? null;
}
