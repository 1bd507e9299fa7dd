import type { Concern } from '../question-bank/review-queue.ts';

/** A section that cites a reference in doubt, in the live version of its activity or in the working copy. */
export type SectionInDoubt = Concern & {
  activityId: string;
  activityTitle: string;
  isLive: boolean;
  slug: string;
  sectionTitle: string;
};
