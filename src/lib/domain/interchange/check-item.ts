import type { ItemKeyOutline, ItemOutline, PackageOutline } from './package-outline.ts';
import type { PackageProblem } from './package-problem.ts';
import { repeated } from './repeated.ts';

type Fault = { why: string; mend: string };

function keyFaults(item: ItemKeyOutline): Fault[] {
  switch (item.type) {
    case 'single':
    case 'multiple':
      return choiceFaults(item);
    case 'matching':
      return matchingFaults(item);
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

function matchingFaults(item: Extract<ItemKeyOutline, { type: 'matching' }>): Fault[] {
  const targets = item.targets.map((target) => target.id);
  const used = new Set(item.options.map((option) => option.match));
  const unknown = [...used].filter((id) => !targets.includes(id));
  const bare = item.targets.filter((target) => !used.has(target.id) && !target.rationale?.trim());
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

function orderingFaults(positions: number[]): Fault[] {
  const ascending = positions.toSorted((one, other) => one - other);
  if (ascending.every((position, index) => position === index + 1)) return [];
  return [
    {
      why: `The positions of its options are ${positions.join(', ')}.`,
      mend: `Number the options 1 to ${positions.length}, each number once.`
    }
  ];
}

function linkFaults(item: ItemOutline, outline: PackageOutline): Fault[] {
  const keys = new Set(outline.references.map((reference) => reference.id));
  const unknown = item.citations.filter((citation) => !keys.has(citation.reference));
  const faults = unknown.map(({ reference }) => ({
    why: `It cites ${reference}, which is not in the reference list.`,
    mend: 'Add the reference to references.json, or cite one that is there.'
  }));
  if (!outline.objectives.includes(item.objective)) {
    faults.push({
      why: `Its objective ${item.objective} is not in activity.json.`,
      mend: 'Name the id of one of "learningObjectives".'
    });
  }
  if (
    item.lessonSection !== null &&
    !outline.sections.some((section) => section.slug === item.lessonSection)
  ) {
    faults.push({
      why: `There is no lesson section ${item.lessonSection}.`,
      mend: 'Name the slug of a section, or null.'
    });
  }
  if (item.pairedWith !== null && !outline.items.some((other) => other.id === item.pairedWith)) {
    faults.push({
      why: `It is paired with ${item.pairedWith}, which does not exist.`,
      mend: 'Name the id of an item, or null.'
    });
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
  return [...twins, ...keyFaults(item), ...linkFaults(item, outline), ...reviewFaults(item)].map((fault) => ({
    file: 'items.json',
    where: `item ${item.id}`,
    ...fault
  }));
}
