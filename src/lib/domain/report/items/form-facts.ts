import type { FormFigures } from '../psychometrics/analyse-form.ts';
import { FEWEST_FOR_INFERENCE, type ItemFact } from './item-facts.ts';

/** Of fewer people nothing is shown (ux.md §9: privacy). */
const FEWEST_SHOWN = 5;

/** A form as its statistics are kept. */
export type KnownForm = FormFigures & { computedAt: Date; isFixedForm: boolean };

const number = (value: number | null) => (value === null ? 'Not defined' : value.toFixed(2));
const percent = (value: number | null) => (value === null ? 'Not defined' : `${value.toFixed(1)}%`);

function scoreFacts(form: KnownForm): ItemFact[] {
  return [
    { label: 'Mean score', value: number(form.mean), meaning: 'Items right' },
    { label: 'Median score', value: number(form.median), meaning: 'Half have more, half less' },
    { label: 'Standard deviation', value: number(form.standardDeviation), meaning: 'Spread of the scores' }
  ];
}

function inferredFacts(form: KnownForm): ItemFact[] {
  const shape: ItemFact[] = [
    { label: 'Skewness', value: number(form.skewness), meaning: 'Below 0: a tail of low scores' },
    { label: 'Kurtosis', value: number(form.kurtosis), meaning: 'Above 0: heavier tails than a normal curve' }
  ];
  if (!form.isFixedForm) return shape;
  return [
    ...shape,
    {
      label: 'Internal consistency',
      value: percent(form.internalConsistency),
      meaning: "Cronbach's alpha; 70% or more is usual for a short assessment"
    },
    { label: 'Error ratio', value: percent(form.errorRatio), meaning: 'How much of the spread is chance' },
    { label: 'Standard error', value: number(form.standardError), meaning: 'Of a score, in items' }
  ];
}

/** The figures of a form in words; held back, with their number, where attempts are too few. */
export function formFacts(form: KnownForm): ItemFact[] {
  const held = (least: number) => `Held back: ${form.attempts} of ${least} attempts`;
  const hold = (facts: ItemFact[], least: number) =>
    form.attempts >= least ? facts : facts.map((fact) => ({ ...fact, value: held(least) }));
  return [
    { label: 'Attempts', value: String(form.attempts), meaning: 'First attempts that were submitted' },
    ...hold(scoreFacts(form), FEWEST_SHOWN),
    ...hold(inferredFacts(form), FEWEST_FOR_INFERENCE)
  ];
}
