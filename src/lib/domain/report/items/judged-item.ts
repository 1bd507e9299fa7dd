import { keysUnderRegrade } from '../../attempt/keys-under-regrade.ts';
import type { Regrade } from '../../attempt/regrade.ts';
import type { KeyedItem } from '../../question-bank/keyed-item.ts';
import { responseClasses, type ResponseClass } from '../psychometrics/response-classes.ts';

/** An item version with the regrade that is in force for it; null: none is. */
export type JudgedItem = { item: KeyedItem; regrade: Regrade | null };

/** All classes of responses; a key is what is right now, under any of the keys that hold. */
export function judgedClasses({ item, regrade }: JudgedItem): ResponseClass[] {
  const right = keysUnderRegrade(item, regrade).flatMap((keyed) =>
    responseClasses(keyed).flatMap(({ id, isKey }) => (isKey ? [id] : []))
  );
  return responseClasses(item).map((one) => ({ ...one, isKey: right.includes(one.id) }));
}
