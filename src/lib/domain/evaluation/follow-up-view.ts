import type { ItemFeedback } from '../attempt/item-feedback.ts';
import type { PublicItem } from '../question-bank/public-item.ts';
import type { CommitmentStatus } from './commitment-status.ts';

/** A commitment with what was said of it; null: nothing yet. */
export type FollowedCommitment = {
  ordinal: number;
  commitment: string;
  status: CommitmentStatus | null;
  barriers: string[];
};

/** An item of a follow-up; its feedback is null until the follow-up was answered, or while its key must stay closed. */
export type FollowUpQuestion = { position: number; item: PublicItem; feedback: ItemFeedback | null };

/** All that the page of a follow-up shows. `over`: it takes no answer any more. */
export type FollowUpView = {
  id: string;
  days: number;
  state: 'open' | 'answered' | 'over';
  activity: { slug: string; title: string };
  commitments: FollowedCommitment[];
  questions: FollowUpQuestion[];
};
