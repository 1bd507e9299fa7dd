import { inPlace, type ResponseDraft } from './response-draft.ts';

/** The options as the positions beside them say; equal positions keep the order of the list. */
function asPositioned({ order, positions }: ResponseDraft): string[] {
  return order.toSorted((one, other) => Number(positions[one]) - Number(positions[other]));
}

/** The draft with one option of an ordering item moved one place; at the end of the list it stays. */
export function moveOption(draft: ResponseDraft, move: { option: string; by: -1 | 1 }): ResponseDraft {
  const before = asPositioned(draft);
  const from = before.indexOf(move.option);
  const to = Math.min(Math.max(from + move.by, 0), before.length - 1);
  if (from === -1) return draft;
  const order = before.toSpliced(from, 1).toSpliced(to, 0, move.option);
  return { ...draft, order, positions: inPlace(order) };
}
