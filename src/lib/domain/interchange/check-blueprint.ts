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

type Cell = AssessmentOutline['blueprint'][number];

const fits = (item: ItemOutline, { objective, difficulty = 'any' }: Cell) =>
  item.objective === objective && (difficulty === 'any' || item.difficulty === difficulty);

const cellName = ({ objective, difficulty = 'any' }: Cell) =>
  difficulty === 'any' ? objective : `${objective} (${difficulty})`;

function cellProblems(assessment: AssessmentOutline, outline: PackageOutline): string[] {
  const drawn = pool(assessment, outline.items);
  return assessment.blueprint.flatMap((cell) => {
    const { count } = cell;
    const name = cellName(cell);
    if (!outline.objectives.includes(cell.objective)) return [];
    const found = drawn.filter((item) => fits(item, cell));
    const fixed = found.filter((item) => assessment.alwaysInclude?.includes(item.id));
    if (found.length < count) {
      return [`It asks for ${count} items on ${name}; ${found.length} reviewed ones can be drawn.`];
    }
    if (fixed.length > count)
      return [`It always includes ${fixed.length} items on ${name}, more than the ${count} it asks for.`];
    return [];
  });
}

/** What a blueprint or a list of fixed items names and the package does not hold: no draft can have it either. */
function unknownNames(assessment: AssessmentOutline, outline: PackageOutline): string[] {
  const inBank = new Set(outline.items.filter(({ bank }) => bank === assessment.bank).map((item) => item.id));
  const objectives = assessment.blueprint.filter(({ objective }) => !outline.objectives.includes(objective));
  const fixed = assessment.alwaysInclude?.filter((id) => !inBank.has(id)) ?? [];
  return [
    ...repeated(assessment.blueprint.map(cellName)).map((name) => `Its blueprint names ${name} twice.`),
    ...objectives.map(({ objective }) => `Its blueprint names ${objective}, which is no objective.`),
    ...fixed.map((id) => `It always includes ${id}, which is no item of its bank.`)
  ];
}

/** What keeps a form from being drawn: too few reviewed items, or numbers that do not agree. */
function shortages(assessment: AssessmentOutline, outline: PackageOutline): string[] {
  const sum = assessment.blueprint.reduce((total, cell) => total + cell.count, 0);
  const drawable = new Set(pool(assessment, outline.items).map((item) => item.id));
  const inBank = outline.items.filter(({ bank }) => bank === assessment.bank).map((item) => item.id);
  const undrawable = assessment.alwaysInclude?.filter((id) => inBank.includes(id) && !drawable.has(id)) ?? [];
  return [
    ...(sum === assessment.totalItems
      ? []
      : [`Its blueprint adds up to ${sum} items, "totalItems" says ${assessment.totalItems}.`]),
    ...cellProblems(assessment, outline),
    ...undrawable.map((id) => `It always includes ${id}, which is not a reviewed item that it can draw.`)
  ];
}

/** Why a form cannot be drawn by the blueprint of the assessment, if it cannot. */
export function checkBlueprint(assessment: AssessmentOutline, outline: PackageOutline): PackageProblem[] {
  const at = {
    file: 'activity.json',
    where: `assessment ${assessment.kind}`,
    mend: 'Change the blueprint, or review more items of this bank.'
  };
  return [
    ...unknownNames(assessment, outline).map((why) => ({ ...at, why })),
    ...shortages(assessment, outline).map((why) => ({ ...at, why, atRelease: true as const }))
  ];
}
