import type { AssessmentKind } from '#lib/domain/attempt/assessment-kind.ts';
import type { RegradeKind } from '#lib/domain/attempt/regrade.ts';
import type { Response } from '#lib/domain/attempt/response.ts';
import type { KeyedItem } from '#lib/domain/question-bank/keyed-item.ts';
import type { FrozenReference } from './frozen-activity.ts';

/** One place of a drawn form: the item version that stood there, in the order shown, and what was answered. */
export type FrozenPlace = {
  position: number;
  optionOrder: string[];
  targetOrder: string[];
  item: KeyedItem;
  /** What the item version leaned on when it went live. */
  references: FrozenReference[];
  /** Null: not answered. */
  response: Response | null;
  correct: boolean | null;
  answeredAt: string | null;
  /** How often the response was written; null: not answered. */
  sequence: number | null;
};

/** A decision about an item of an attempt that was made after it was answered, and what it did to the attempt. */
export type FrozenRegrade = {
  id: string;
  position: number;
  kind: RegradeKind;
  /** Of `accept-key`: the further responses that are right. */
  accepted: Response[];
  /** Of `new-key`: the version whose key holds. */
  keyItem: KeyedItem | null;
  reason: string;
  decidedAt: string;
  /** The ids of the accounts; names of today are no evidence. */
  decidedBy: string;
  undoneAt: string | null;
  undoneBy: string | null;
  undoReason: string | null;
  /** By the decision and by its undoing; empty: the attempt stayed as it was, or was submitted under it. */
  changes: FrozenScoreChange[];
};

export type FrozenScoreChange = {
  isUndo: boolean;
  correctBefore: number;
  correctAfter: number;
  droppedBefore: number;
  droppedAfter: number;
  passedBefore: boolean | null;
  passedAfter: boolean | null;
};

export type FrozenAttempt = {
  id: string;
  kind: AssessmentKind;
  title: string;
  bank: string;
  ordinal: number;
  seed: number;
  startedAt: string;
  submittedAt: string;
  itemsCorrect: number;
  itemsTotal: number;
  /** Of the total, those that a regrade dropped: they count neither above nor below the line. */
  itemsDropped: number;
  passingPercent: number | null;
  passed: boolean | null;
  maxAttempts: number | null;
  places: FrozenPlace[];
  /** In the order in which they were decided. */
  regrades: FrozenRegrade[];
};
