import type { ItemSums } from '../psychometrics/item-sums.ts';
import type { OptionSums } from '../psychometrics/point-biserial.ts';

/** A class of responses, as counted: of all, and of the groups at both ends. */
export type KnownOption = OptionSums & { optionId: string; upperChosen: number; lowerChosen: number };

/** How many belong to an end of the form, and how many of them have the item right. */
export type KnownEnd = { size: number; right: number };

/** What is known of an item version on a form, or on several together; per cent but for `standardDeviation`, in marks. */
export type KnownItem = {
  sums: ItemSums;
  exposure: number;
  computedAt: Date;
  standardDeviation: number | null;
  randomGuessScore: number | null;
  intendedWeight: number | null;
  effectiveWeight: number | null;
  discriminationIndex: number | null;
  discriminativeEfficiency: number | null;
  facilityInterval: { low: number; high: number } | null;
  upper: KnownEnd;
  lower: KnownEnd;
  alphaIfDeleted: number | null;
  /** Of the form. */
  internalConsistency: number | null;
  isFixedForm: boolean;
  medianSeconds: number | null;
  options: KnownOption[];
};
