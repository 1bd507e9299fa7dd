import { isBlank as saysNothing } from './is-blank.ts';
import type { ItemDraft } from './item-draft.ts';
import { hasKeyedOptions } from './item-types.ts';
import type { ItemPlace } from './item-place.ts';

const isBlank = (text: string | undefined): boolean => text !== undefined && saysNothing(text);

/** Nobody has said yet which option is right. */
const hasNoKey = ({ type, options }: ItemDraft): boolean =>
  hasKeyedOptions(type) && options.every(({ isKey }) => isKey !== true);

/**
 * Whether nothing is written at a place yet. What the lint says of such a place is not a flaw of what was written but the
 * rest of the work; editors show it as that.
 */
export function isBlankAt(draft: ItemDraft, place: ItemPlace): boolean {
  const [kind, part] = place.split(':', 2);
  switch (kind) {
    case 'objective':
      return draft.objectiveId === null;
    case 'stem':
      return isBlank(draft.stem);
    case 'keyPoint':
      return isBlank(draft.keyPoint);
    case 'options':
      return draft.options.every(({ text }) => isBlank(text)) || hasNoKey(draft);
    case 'option':
      return isBlank(draft.options.find(({ id }) => id === part)?.text);
    case 'rationale':
      return isBlank(draft.options.find(({ id }) => id === part)?.rationale);
    case 'target':
      return draft.targets.some(
        ({ id, text, rationale }) => id === part && (isBlank(text) || isBlank(rationale))
      );
    case 'citations':
      return draft.citations.length === 0;
    case 'citation':
      return isBlank(draft.citations[Number(part) - 1]?.passage);
    default:
      return false;
  }
}
