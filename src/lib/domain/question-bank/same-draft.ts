import type { ItemDraft } from './item-draft.ts';

/** Everything that an author can change, in an order of its own, so that two drafts can be compared as text. */
function inOrder(draft: ItemDraft): unknown[] {
  const { type, stem, select, unit, keyPoint, objectiveId, difficulty, lessonSection, usableInPretest } =
    draft;
  return [
    ...[type, stem, select, unit, keyPoint, objectiveId, difficulty, lessonSection, usableInPretest],
    draft.options.map((option) => [
      ...[option.id, option.text, option.rationale, option.isKey],
      ...[option.matchTargetId, option.keyPosition, option.tolerance]
    ]),
    draft.targets.map(({ id, text, rationale }) => [id, text, rationale]),
    draft.citations.map((citation) => [
      ...[citation.citationKey, citation.locator, citation.supports, citation.passageKind],
      ...[citation.passage, citation.verification, citation.url]
    ])
  ];
}

/** Whether two drafts say the same. */
export const isSameDraft = (one: ItemDraft, other: ItemDraft): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
