import type { Outcomes } from './judge-outcomes.ts';
import type { OutcomeLevel } from './outcome-levels.ts';

/** Outcomes as they stood when they were computed, with what is said of them. */
export type ComputedOutcomes = {
  computedAt: Date;
  outcomes: Outcomes;
  headline: string;
  methods: string;
  levels: OutcomeLevel[];
};
