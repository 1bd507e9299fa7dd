import type { ItemStatus } from '../question-bank/item-status.ts';
import type { ItemType } from '../question-bank/keyed-item.ts';

/** An item in the table of an activity's items: its newest version, and what became of it. */
export type ItemRow = {
  itemId: string;
  bankId: string;
  externalId: string;
  version: number;
  status: ItemStatus;
  type: ItemType;
  /** The beginning of the stem, without citation marks. */
  stem: string;
  objectiveId: string | null;
  difficulty: string;
  lintErrors: number;
  lintWarnings: number;
  /** UTC. */
  changedAt: Date;
  /** Null: it came with a package. */
  changedBy: string | null;
  liveVersion: number | null;
  tags: string[];
  cited: { key: string; isRetracted: boolean }[];
  /** In how many attempts it stood, in any version. */
  attempts: number;
};
