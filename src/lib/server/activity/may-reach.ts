import { WAITING_STATUSES } from '#lib/domain/question-bank/item-status.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Executor } from '../db/index.ts';
import {
  existsOpenActivity,
  existsOpenBank,
  existsOpenItem,
  selectOptionalReviewed
} from './reach-queries.ts';

type Asked = { id: string; personId: string };

/** What a team can keep to itself. */
const KINDS = { activity: existsOpenActivity, bank: existsOpenBank, item: existsOpenItem };

/** Whether there is such an activity, bank or item, and an educator reaches it: it has no team, or they are in it. */
export async function mayReach(db: Executor, kind: keyof typeof KINDS, asked: Asked): Promise<boolean> {
  return isUuid(asked.id) && KINDS[kind](db, asked);
}

/** In what way somebody reads an item version on the page of reviews; null: not at all, or there is none. */
export async function findReviewReach(db: Executor, asked: Asked): Promise<'author' | 'reviewer' | null> {
  const found = isUuid(asked.id) ? await selectOptionalReviewed(db, asked) : null;
  if (found === null) return null;
  if (await existsOpenItem(db, { id: found.itemId, personId: asked.personId })) return 'author';
  return WAITING_STATUSES.some((status) => status === found.status) ? 'reviewer' : null;
}
