import type { ItemFact } from './item-facts.ts';
import type { ItemWarning } from './item-warnings.ts';
import type { OptionRow } from './option-rows.ts';

/** What the page of an item shows of one version on one form, or on several together. */
export type ItemEntry = {
  id: string;
  version: number;
  /** The forms in words, e.g. `Assessment of “Resistance”, version 1.0.0`. */
  forms: string[];
  /** Whether a regrade of the version is in force. */
  isRegraded: boolean;
  computedAt: Date;
  responses: number;
  facts: ItemFact[];
  warnings: ItemWarning[];
  options: OptionRow[];
};

/** A form in words. */
export function formWords(form: { title: string; activityTitle: string; activityVersion: string }): string {
  return `${form.title} of “${form.activityTitle}”, version ${form.activityVersion}`;
}
