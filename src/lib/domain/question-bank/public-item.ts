import { withoutCitations } from '../reference/citation-marks.ts';
import type { KeyedItem } from './keyed-item.ts';
import { shownId, type DrawnOrder } from './shown-id.ts';

/** Fields that no public shape may carry; naming them makes a keyed value fail to compile where a public one is due. */
type Keyless = { key?: never; rationale?: never; keyPoint?: never; citations?: never };

/** `id` is the shown one: it says where the option stands, and nothing of the key. */
export type PublicOption = Keyless & { id: string; text: string };

type PublicItemBase = Keyless & { versionId: string; stem: string; options: PublicOption[] };

/** What a learner may see of an item before its feedback is due. Options stand in the order of the attempt. */
export type PublicItem =
  | (PublicItemBase & { type: 'single' | 'multiple' | 'true-false'; select: number })
  | (PublicItemBase & { type: 'matching'; targets: PublicOption[] })
  | (PublicItemBase & { type: 'ordering' })
  | (PublicItemBase & { type: 'short-text' })
  /** `unit` stands beside the field, e.g. `months`; empty: none. */
  | (PublicItemBase & { type: 'numeric'; unit: string });

/** Keeps of each entry its text, in the order given. Throws where the order names an unknown id. */
function inOrder(entries: { id: string; text: string }[], order: string[]): PublicOption[] {
  return order.map((id, index) => {
    const entry = entries.find((candidate) => candidate.id === id);
    if (!entry) throw new Error(`The drawn order names an unknown option: ${id}`);
    return { id: shownId(index), text: withoutCitations(entry.text) };
  });
}

/**
 * The only way from a keyed item to one that may be sent to a browser: an allow-list, so that a field that is added to
 * `KeyedItem` later stays on the server. Citation marks wait for the feedback.
 */
export function toPublicItem(item: KeyedItem, order: DrawnOrder): PublicItem {
  const base = {
    versionId: item.versionId,
    stem: withoutCitations(item.stem),
    options: inOrder(item.options, order.optionOrder)
  };
  switch (item.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return { ...base, type: item.type, select: item.select };
    case 'matching':
      return { ...base, type: 'matching', targets: inOrder(item.targets, order.targetOrder) };
    case 'ordering':
      return { ...base, type: 'ordering' };
    case 'numeric':
      return { ...base, type: 'numeric', unit: item.unit, options: [] };
    case 'short-text':
      return { ...base, type: 'short-text', options: [] };
    default:
      return item satisfies never;
  }
}
