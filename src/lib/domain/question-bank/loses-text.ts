import type { ItemDraft } from './item-draft.ts';

const textsOf = ({ unit, options, targets }: ItemDraft): string[] =>
  [unit, ...[...options, ...targets].flatMap(({ text, rationale }) => [text, rationale])].filter(
    (text) => text !== '' && text !== 'True' && text !== 'False'
  );

/** Whether a change of type took out text of options or targets that stands nowhere in the new draft. */
export function losesText(before: ItemDraft, after: ItemDraft): boolean {
  if (before.type === after.type) return false;
  const kept = new Set(textsOf(after));
  return textsOf(before).some((text) => !kept.has(text));
}
