import { withoutCitations } from '../reference/citation-marks.ts';
import type { ItemDraft } from './item-draft.ts';
import type { PublicItem } from './public-item.ts';
import { shownId } from './shown-id.ts';

/** What stands where nothing is written yet. */
const EMPTY = '…';

const shown = (parts: { text: string }[]) =>
  parts.map(({ text }, index) => ({ id: shownId(index), text: withoutCitations(text) || EMPTY }));

/** A draft as a learner would see it, options in their written order; the author alone sees this. */
export function previewItem(draft: ItemDraft): PublicItem {
  const base = { versionId: 'preview', stem: withoutCitations(draft.stem) || EMPTY };
  const options = shown(draft.options);
  switch (draft.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return { ...base, type: draft.type, options, select: draft.select ?? 1 };
    case 'matching':
      return { ...base, type: 'matching', options, targets: shown(draft.targets) };
    case 'ordering':
      return { ...base, type: 'ordering', options };
    case 'numeric':
      return { ...base, type: 'numeric', unit: draft.unit, options: [] };
    case 'short-text':
      return { ...base, type: 'short-text', options: [] };
    default:
      return draft.type satisfies never;
  }
}
