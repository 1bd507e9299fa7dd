import type { AttemptFacts } from './attempt-facts.ts';

/** An attempt that may have ended because its time was up; `closedAt` is null where it did not. */
export type TimeUpView = { attempt: AttemptFacts; answered: number; closedAt: Date | null };
