import { figuresOfSums } from '../psychometrics/figures-of-sums.ts';
import { addSums, NO_SUMS } from '../psychometrics/item-sums.ts';
import { wilsonInterval } from '../psychometrics/wilson-interval.ts';
import type { KnownEnd, KnownItem, KnownOption } from './known-item.ts';

const addEnds = (one: KnownEnd, other: KnownEnd): KnownEnd => ({
  size: one.size + other.size,
  right: one.right + other.right
});

function addOptions(all: KnownOption[]): KnownOption[] {
  const groups = Map.groupBy(all, ({ optionId }) => optionId);
  return [...groups].map(([optionId, own]) => ({
    optionId,
    chosen: own.reduce((sum, { chosen }) => sum + chosen, 0),
    sumRest: own.reduce((sum, { sumRest }) => sum + sumRest, 0),
    upperChosen: own.reduce((sum, { upperChosen }) => sum + upperChosen, 0),
    lowerChosen: own.reduce((sum, { lowerChosen }) => sum + lowerChosen, 0)
  }));
}

/**
 * An item version over several forms, by adding up sums: what needs all responses (discriminative efficiency, median time),
 * or belongs to one form (weights, alpha), is null. `computedAt` is the earliest. Null of no forms; one form stays as it is.
 */
export function poolItems(forms: readonly KnownItem[]): KnownItem | null {
  const [first, ...others] = forms;
  if (first === undefined || others.length === 0) return first ?? null;
  const sums = forms.reduce((all, form) => addSums(all, form.sums), NO_SUMS);
  const { standardDeviation, discriminationIndex } = figuresOfSums(sums);
  return {
    sums,
    exposure: forms.reduce((all, form) => all + form.exposure, 0),
    computedAt: forms.reduce((at, form) => (form.computedAt < at ? form.computedAt : at), first.computedAt),
    ...{ standardDeviation, discriminationIndex, randomGuessScore: first.randomGuessScore },
    ...{ intendedWeight: null, effectiveWeight: null, discriminativeEfficiency: null },
    ...{ alphaIfDeleted: null, internalConsistency: null, isFixedForm: false, medianSeconds: null },
    facilityInterval: wilsonInterval(sums.sumX, sums.responses),
    upper: others.reduce((all, form) => addEnds(all, form.upper), first.upper),
    lower: others.reduce((all, form) => addEnds(all, form.lower), first.lower),
    options: addOptions(forms.flatMap(({ options }) => options))
  };
}
