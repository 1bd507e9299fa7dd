import type { KeyedItem } from '../../question-bank/keyed-item.ts';
import { alphaIfDeleted } from './alpha-if-deleted.ts';
import { analyseCells, type CellFigures } from './analyse-cells.ts';
import { analyseForm, type FormFigures } from './analyse-form.ts';
import { effectiveWeights } from './effective-weight.ts';
import { intendedWeight } from './intended-weight.ts';
import { randomGuessScore } from './random-guess-score.ts';
import { eachAttempt, type ResponseCell } from './response-cell.ts';

/** The first attempts at a form, counted. `possible`: how many items of the attempt count. */
export type CountedForm = {
  totals: { total: number; possible: number; attempts: number }[];
  items: { item: KeyedItem; cells: ResponseCell[] }[];
};

/** An item on its form. Weights and `alphaIfDeleted` in per cent. */
export type FormItemFigures = CellFigures & {
  itemVersionId: string;
  randomGuessScore: number | null;
  intendedWeight: number | null;
  effectiveWeight: number | null;
  alphaIfDeleted: number | null;
};

export type FormAnalysis = FormFigures & { isFixedForm: boolean; items: FormItemFigures[] };

/** The consistency of the form without each of its items. */
function alphasIfDeleted(figures: CellFigures[], attempts: number): (number | null)[] {
  return figures.map(({ restVariance }, index) =>
    alphaIfDeleted({
      otherVariances: figures.filter((_, other) => other !== index).map(({ markVariance }) => markVariance),
      ...{ restVariance, attempts }
    })
  );
}

/** Mean number of items that count, which give a mark each. */
function meanPossible(totals: CountedForm['totals']): number {
  const attempts = totals.reduce((sum, cell) => sum + cell.attempts, 0);
  return attempts === 0 ? 0 : totals.reduce((sum, cell) => sum + cell.attempts * cell.possible, 0) / attempts;
}

/**
 * A form and all its items. Where people got different items (they are drawn at random), what compares items with each other
 * has no meaning: internal consistency, what follows from it, and effective weights are null.
 */
export function analyseCountedForm({ totals, items }: CountedForm): FormAnalysis {
  const marks = eachAttempt(totals, ({ total }) => total);
  const figures = items.map(({ item, cells }) => analyseCells(item, cells));
  const isFixedForm = figures.every(({ sums }) => sums.responses === marks.length);
  const variances = isFixedForm ? figures.map(({ markVariance }) => markVariance) : null;
  const weights = isFixedForm
    ? effectiveWeights(figures.map(({ covarianceWithTotal }) => covarianceWithTotal))
    : [];
  const alphas = isFixedForm ? alphasIfDeleted(figures, marks.length) : [];
  const possible = meanPossible(totals);
  return {
    ...analyseForm(marks, variances),
    isFixedForm,
    items: items.map(({ item }, index) => ({
      ...(figures[index] ?? analyseCells(item, [])),
      itemVersionId: item.versionId,
      randomGuessScore: randomGuessScore(item.type, item.options.length),
      intendedWeight: intendedWeight(1, possible),
      effectiveWeight: weights[index] ?? null,
      alphaIfDeleted: alphas[index] ?? null
    }))
  };
}
