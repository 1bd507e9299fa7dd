import type { BlueprintSettings } from './blueprint-form.ts';

/** The form of stored settings: what each field would hold. Check boxes that are not ticked are left out. */
function fieldsOf(settings: BlueprintSettings): URLSearchParams {
  const { cells, fixedItemIds, passingPercent, maxAttempts, title, feedback, ...checks } = settings;
  const fields = new URLSearchParams({
    title,
    feedback,
    passingPercent: String(passingPercent ?? ''),
    maxAttempts: String(maxAttempts ?? '')
  });
  for (const [name, isOn] of Object.entries(checks)) if (isOn) fields.set(name, 'on');
  for (const { objectiveId, difficulty, count } of cells)
    fields.set(`cell-${objectiveId}-${difficulty}`, String(count));
  for (const id of fixedItemIds) fields.append('fixed', id);
  return fields;
}

const LABELS = new Map([
  ['title', 'Title'],
  ['feedback', 'Feedback'],
  ['passingPercent', 'Pass mark, in percent'],
  ['maxAttempts', 'Attempts'],
  ['showsScore', 'Shows the score'],
  ['requiredForCompletion', 'Is required for completion'],
  ['pretestItemsOnly', 'Draws items for the pre-test only'],
  ['shuffleItems', 'Shuffles the items'],
  ['shuffleOptions', 'Shuffles the options']
]);

type Names = { codeOf: (objectiveId: string) => string; itemName: (itemId: string) => string };

const CELL = /^cell-(.+)-(any|easy|medium|hard)$/;

function labelOf(name: string, { codeOf }: Names): string | null {
  if (name === 'fixed') return 'Items that every form holds';
  const [, objectiveId, difficulty] = CELL.exec(name) ?? [];
  if (objectiveId !== undefined) return `${codeOf(objectiveId)}, ${difficulty}`;
  return LABELS.get(name) ?? null;
}

function valueOf(name: string, fields: URLSearchParams, { itemName }: Names): string {
  if (name === 'fixed') return fields.getAll('fixed').map(itemName).toSorted().join(', ');
  const text = fields.get(name)?.trim() ?? '';
  if (CELL.test(name)) return text === '' ? '0' : text;
  return text === 'on' ? 'Yes' : text;
}

/** Where what stands now differs from what was typed, with what stands now; labels as the form has them. */
export function blueprintDifferences(
  { stored, typed }: { stored: BlueprintSettings; typed: URLSearchParams },
  names: Names
): { label: string; theirs: string }[] {
  const theirs = fieldsOf(stored);
  return [...new Set([...theirs.keys(), ...typed.keys()])].flatMap((name) => {
    const label = labelOf(name, names);
    const value = valueOf(name, theirs, names);
    if (label === null || value === valueOf(name, typed, names)) return [];
    return { label, theirs: LABELS.has(name) && value === '' ? 'No, or empty' : value };
  });
}
