import type { ItemForm } from './item-form.ts';

/** The field of a place that the lint names (item-place.ts): where its finding is mended. */
export function fieldOfPlace(place: string): string {
  const [kind = '', part = ''] = place.split(':', 2);
  switch (kind) {
    case 'stem':
      return 'leadIn';
    case 'option':
      return `option-${part}-text`;
    case 'rationale':
      return `option-${part}-rationale`;
    case 'target':
      return `target-${part}-text`;
    case 'citation':
      return `citation-${part}-passage`;
    case 'item':
      return 'leadIn';
    default:
      return kind;
  }
}

const WORDS: Record<string, string> = {
  'add-option': 'Option added',
  'remove-option': 'Option removed',
  'option-up': 'Option moved up',
  'option-down': 'Option moved down',
  'add-target': 'Target added',
  'remove-target': 'Target removed',
  'add-citation': 'Citation added',
  'remove-citation': 'Citation removed',
  'citation-up': 'Citation moved up',
  'citation-down': 'Citation moved down'
};

/** What a button of the form did, in few words for a status region. */
export const saidAfter = (edit: string): string => WORDS[edit.split(':', 1)[0] ?? ''] ?? '';

/** The id of the field or button that has the focus after an edit: the new part, the one that moved up, the same button. */
export function focusAfter(edit: string, before: ItemForm, after: ItemForm): string {
  const [name = '', part = ''] = edit.split(':', 2);
  switch (name) {
    case 'add-option':
      return `option-${after.options.at(-1)?.id ?? ''}-text`;
    case 'add-target':
      return `target-${after.targets.at(-1)?.id ?? ''}-text`;
    case 'add-citation':
      return `citation-${after.citations.length}-locator`;
    case 'remove-option': {
      const at = before.options.findIndex(({ id }) => id === part);
      const next = after.options[at] ?? after.options.at(-1);
      return next ? `option-${next.id}-text` : 'add-option';
    }
    case 'remove-target':
      return 'add-target';
    case 'remove-citation':
      return 'cite';
    case 'citation-up':
      return `citation-up:${Math.max(1, Number(part) - 1)}`;
    case 'citation-down':
      return `citation-down:${Math.min(after.citations.length, Number(part) + 1)}`;
    default:
      return edit;
  }
}
