import type { AmaPart } from '../reference/ama-parts.ts';
import type { DraftCitation } from './item-draft.ts';

export type ReferenceStatus = 'current' | 'corrected' | 'expression-of-concern' | 'retracted';

/** A citation as a reviewer reads it: the passage, and how its reference stands today. */
export type CitedReference = {
  /** Of the citation in the item, from 1. */
  number: number;
  citation: DraftCitation;
  referenceId: string;
  /** In AMA style. */
  reference: AmaPart[];
  status: ReferenceStatus;
  statusNote: string;
  /** `YYYY-MM-DD` where the day by which someone was to look at it again has passed. */
  overdueSince: string | null;
};
