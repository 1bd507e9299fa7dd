import type { KeyedItem } from './keyed-item.ts';

/** Fields that no public shape may carry; naming them makes a keyed value fail to compile where a public one is due. */
type Keyless = { key?: never; rationale?: never; keyPoint?: never; citations?: never };

export type PublicOption = Keyless & { id: string; text: string };

type PublicItemBase = Keyless & { versionId: string; stem: string; options: PublicOption[] };

/** What a learner may see of an item before its feedback is due. Options stand in the order of the attempt. */
export type PublicItem =
  | (PublicItemBase & { type: 'single' | 'multiple'; select: number })
  | (PublicItemBase & { type: 'matching'; targets: PublicOption[] })
  | (PublicItemBase & { type: 'ordering' });

/** The order in which one attempt shows an item: option ids, and target ids for a matching item. */
export type DrawnOrder = { optionOrder: string[]; targetOrder: string[] };

/** Keeps of each entry its id and text, in the order given. Throws where the order names an unknown id. */
function inOrder(entries: { id: string; text: string }[], order: string[]): PublicOption[] {
  return order.map((id) => {
    const entry = entries.find((candidate) => candidate.id === id);
    if (!entry) throw new Error(`The drawn order names an unknown option: ${id}`);
    return { id: entry.id, text: entry.text };
  });
}

/**
 * The only way from a keyed item to one that may be sent to a browser: an allow-list, so that a field that is added to
 * `KeyedItem` later stays on the server.
 */
export function toPublicItem(item: KeyedItem, order: DrawnOrder): PublicItem {
  const base = {
    versionId: item.versionId,
    stem: item.stem,
    options: inOrder(item.options, order.optionOrder)
  };
  switch (item.type) {
    case 'single':
    case 'multiple':
      return { ...base, type: item.type, select: item.select };
    case 'matching':
      return { ...base, type: 'matching', targets: inOrder(item.targets, order.targetOrder) };
    case 'ordering':
      return { ...base, type: 'ordering' };
    default:
      return item satisfies never;
  }
}
