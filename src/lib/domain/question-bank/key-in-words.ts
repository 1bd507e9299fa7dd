import type { DraftOption, ItemDraft } from './item-draft.ts';

/** What an option is in the key, and whether it is (a part of) the right response. */
export type KeyWords = { isRight: boolean; words: string };

function placedInWords({ keyPosition }: DraftOption): KeyWords {
  return { isRight: false, words: keyPosition === null ? 'No place yet' : `Place ${keyPosition} in the key` };
}

function matchedInWords({ matchTargetId }: DraftOption, { targets }: ItemDraft): KeyWords {
  const target = targets.find(({ id }) => id === matchTargetId);
  return { isRight: false, words: target ? `Goes with: ${target.text}` : 'No target yet' };
}

/** The part of an option in the key, in words, by type of item. */
export function keyInWords(draft: ItemDraft, option: DraftOption): KeyWords {
  const isRight = option.isKey === true;
  switch (draft.type) {
    case 'matching':
      return matchedInWords(option, draft);
    case 'ordering':
      return placedInWords(option);
    case 'numeric': {
      const tolerance = option.tolerance === null ? '' : ` within ± ${option.tolerance}`;
      const unit = draft.unit === '' ? '' : ` ${draft.unit}`;
      return { isRight, words: `${isRight ? 'Right' : 'Expected, wrong'}${tolerance}${unit}` };
    }
    case 'short-text':
      return { isRight, words: isRight ? 'Accepted' : 'Expected, wrong' };
    default:
      return { isRight, words: isRight ? 'Key' : 'Distractor' };
  }
}
