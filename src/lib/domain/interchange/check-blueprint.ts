import type { AssessmentOutline, ItemOutline, PackageOutline } from './package-outline.ts';
import type { PackageProblem } from './package-problem.ts';
import { repeated } from './repeated.ts';

/** The items that forms of the assessment are drawn from. */
function pool(assessment: AssessmentOutline, items: ItemOutline[]): ItemOutline[] {
  return items.filter(
    (item) =>
      item.bank === assessment.bank &&
      item.status === 'reviewed' &&
      (item.pretest || !assessment.onlyPretestItems)
  );
}

function cellProblems(assessment: AssessmentOutline, outline: PackageOutline): string[] {
  const drawn = pool(assessment, outline.items);
  return assessment.blueprint.flatMap(({ objective, count }) => {
    if (!outline.objectives.includes(objective))
      return [`Its blueprint names ${objective}, which is no objective.`];
    const found = drawn.filter((item) => item.objective === objective);
    const fixed = found.filter((item) => assessment.alwaysInclude?.includes(item.id));
    if (found.length < count) {
      return [`It asks for ${count} items on ${objective}; ${found.length} reviewed ones can be drawn.`];
    }
    if (fixed.length > count)
      return [
        `It always includes ${fixed.length} items on ${objective}, more than the ${count} it asks for.`
      ];
    return [];
  });
}

/** Why a form cannot be drawn by the blueprint of the assessment, if it cannot. */
export function checkBlueprint(assessment: AssessmentOutline, outline: PackageOutline): PackageProblem[] {
  const sum = assessment.blueprint.reduce((total, cell) => total + cell.count, 0);
  const drawable = new Set(pool(assessment, outline.items).map((item) => item.id));
  const undrawable = assessment.alwaysInclude?.filter((id) => !drawable.has(id)) ?? [];
  const reasons = [
    ...repeated(assessment.blueprint.map((cell) => cell.objective)).map(
      (code) => `Its blueprint names ${code} twice.`
    ),
    ...(sum === assessment.totalItems
      ? []
      : [`Its blueprint adds up to ${sum} items, "totalItems" says ${assessment.totalItems}.`]),
    ...cellProblems(assessment, outline),
    ...undrawable.map((id) => `It always includes ${id}, which is not a reviewed item that it can draw.`)
  ];
  return reasons.map((why) => ({
    file: 'activity.json',
    where: `assessment ${assessment.kind}`,
    why,
    mend: 'Change the blueprint, or review more items of this bank.'
  }));
}
