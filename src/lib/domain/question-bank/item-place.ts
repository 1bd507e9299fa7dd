/**
 * A place in an item that a finding, a comment or an override names: `item`, `objective`, `stem`, `options`,
 * `option:<id>`, `rationale:<id>`, `target:<id>`, `keyPoint`, `citations`, `citation:<number from 1>`.
 */
export type ItemPlace = string;

const PLAIN: Record<string, string> = {
  item: 'The item',
  objective: 'Objective',
  stem: 'Stem',
  options: 'Options',
  keyPoint: 'Key point',
  citations: 'Citations'
};

type Listed = { options: { id: string }[]; targets: { id: string }[] };

const letter = (index: number) => String.fromCharCode(65 + index);

/** A place in words, e.g. "Option B", "Rationale of option B", "Citation 2". An unknown one is said as it stands. */
export function placeInWords(place: ItemPlace, { options, targets }: Listed): string {
  const plain = PLAIN[place];
  if (plain !== undefined) return plain;
  const [kind, id] = place.split(':', 2);
  const option = options.findIndex((candidate) => candidate.id === id);
  const target = targets.findIndex((candidate) => candidate.id === id);
  if (kind === 'option' && option !== -1) return `Option ${letter(option)}`;
  if (kind === 'rationale' && option !== -1) return `Rationale of option ${letter(option)}`;
  if (kind === 'target' && target !== -1) return `Target ${target + 1}`;
  return kind === 'citation' ? `Citation ${id}` : place;
}
