import type { ItemKeyOutline, ItemOutline, PackageOutline } from './package-outline.ts';
import type { PackageProblem } from './package-problem.ts';
import { repeated } from './repeated.ts';

type Fault = { why: string; mend: string; atRelease?: true };

/** A draft may lack its key; what it has must fit together. */
function keyFaults(item: ItemOutline): Fault[] {
  if (item.type === 'matching') return matchingFaults(item);
  return item.status === 'draft' ? [] : reviewedKeyFaults(item);
}

function reviewedKeyFaults(item: ItemKeyOutline): Fault[] {
  switch (item.type) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return choiceFaults(item);
    case 'matching':
    case 'numeric':
    case 'short-text':
      return [];
    case 'ordering':
      return orderingFaults(item.options.map((option) => option.position));
    default:
      return item satisfies never;
  }
}

function choiceFaults(item: Extract<ItemKeyOutline, { select: number }>): Fault[] {
  const keys = item.options.filter((option) => option.correct).length;
  if (keys === item.select && (item.type === 'multiple' || item.select === 1)) return [];
  return [
    {
      why: `${keys} of its options are marked correct, and the learner is asked to choose ${item.select}.`,
      mend: 'Mark as many options correct as "select" says; an item of type "single" selects 1.'
    }
  ];
}

function matchingFaults(item: ItemOutline & { type: 'matching' }): Fault[] {
  const targets = item.targets.map((target) => target.id);
  const used = new Set(item.options.map((option) => option.match));
  const unknown = [...used].filter((id) => id !== null && !targets.includes(id));
  const isWhole = item.status === 'reviewed';
  const bare = item.targets.filter((target) => isWhole && !used.has(target.id) && !target.rationale?.trim());
  return [
    ...repeated(targets).map((id) => ({
      why: `Two targets have the id ${id}.`,
      mend: 'Give each target its own id.'
    })),
    ...unknown.map((id) => ({
      why: `An option matches ${id}, which is no target.`,
      mend: 'Name an id of "targets".'
    })),
    ...bare.map(({ id }) => ({
      why: `Target ${id} fits no option and has no rationale.`,
      mend: 'Add a "rationale" that says why it fits none.'
    }))
  ];
}

function orderingFaults(positions: (number | null)[]): Fault[] {
  const ascending = positions.toSorted((one, other) => (one ?? 0) - (other ?? 0));
  if (ascending.every((position, index) => position === index + 1)) return [];
  return [
    {
      why: `The positions of its options are ${positions.map((position) => position ?? 'none').join(', ')}.`,
      mend: `Number the options 1 to ${positions.length}, each number once.`
    }
  ];
}

/** What a draft may not have either: the database could not hold it. */
function unknownNames(item: ItemOutline, outline: PackageOutline): Fault[] {
  const keys = new Set(outline.references.map((reference) => reference.id));
  const unknown = item.citations.filter((citation) => !keys.has(citation.reference));
  const faults: Fault[] = unknown.map(({ reference }) => ({
    why: `It cites ${reference}, which is not in the reference list.`,
    mend: 'Add the reference to references.json, or cite one that is there.'
  }));
  if (item.objective !== null && !outline.objectives.includes(item.objective)) {
    faults.push({
      why: `Its objective ${item.objective} is not in activity.json.`,
      mend: 'Name the id of one of "learningObjectives".'
    });
  }
  return faults;
}

function brokenLinks({ lessonSection, pairedWith }: ItemOutline, outline: PackageOutline): Fault[] {
  const faults: Fault[] = [];
  if (lessonSection !== null && !outline.sections.some(({ slug }) => slug === lessonSection)) {
    const mend = 'Name the slug of a section, or null.';
    faults.push({ why: `There is no lesson section ${lessonSection}.`, mend, atRelease: true });
  }
  if (pairedWith !== null && !outline.items.some(({ id }) => id === pairedWith)) {
    const mend = 'Name the id of an item, or null.';
    faults.push({ why: `It is paired with ${pairedWith}, which does not exist.`, mend, atRelease: true });
  }
  return faults;
}

/** ux.md §8: no reference whose evidence mark is "needs expert review" may reach a learner. */
function reviewFaults(item: ItemOutline): Fault[] {
  if (item.status === 'draft') return [];
  return item.citations
    .filter((citation) => citation.verification === 'needs-expert-review')
    .map(({ reference }) => ({
      why: `It is marked reviewed, but its citation of ${reference} still needs expert review.`,
      mend: 'Have the citation checked, or set the status of the item to "draft".'
    }));
}

/** What forbids an item of the package: a key that does not fit its type, or links that lead nowhere. */
export function checkItem(item: ItemOutline, outline: PackageOutline): PackageProblem[] {
  const twins = repeated(item.options.map((option) => option.id)).map((id) => ({
    why: `Two options have the id ${id}.`,
    mend: 'Give each option its own id.'
  }));
  return [
    ...twins,
    ...keyFaults(item),
    ...unknownNames(item, outline),
    ...brokenLinks(item, outline),
    ...reviewFaults(item)
  ].map((fault) => ({
    file: 'items.json',
    where: `item ${item.id}`,
    ...fault
  }));
}
