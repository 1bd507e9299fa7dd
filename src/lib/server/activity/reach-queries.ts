import { and, eq } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activities } from '../db/schema/activity.ts';
import { items, itemVersions, questionBanks } from '../db/schema/question-bank.ts';
import { activityIsOpen, bankIsOpen } from '../db/team-wall.ts';

type Asked = { id: string; personId: string };

/** Whether there is such an activity, and the person reaches it. */
export async function existsOpenActivity(db: Executor, { id, personId }: Asked): Promise<boolean> {
  const found = await db
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.id, id), activityIsOpen(activities.id, { personId })));
  return found.length > 0;
}

/** Whether there is such a bank, and the person reaches it. */
export async function existsOpenBank(db: Executor, { id, personId }: Asked): Promise<boolean> {
  const found = await db
    .select({ id: questionBanks.id })
    .from(questionBanks)
    .where(and(eq(questionBanks.id, id), bankIsOpen(questionBanks.id, { personId })));
  return found.length > 0;
}

/** Whether there is such an item, and the person works on it. */
export async function existsOpenItem(db: Executor, { id, personId }: Asked): Promise<boolean> {
  const found = await db
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.id, id), bankIsOpen(items.bankId, { personId })));
  return found.length > 0;
}

/** The item of a version that the person works on, or was asked to review; else null. */
export async function selectOptionalReviewed(
  db: Executor,
  { id, personId }: Asked
): Promise<{ itemId: string; status: string } | null> {
  const [found] = await db
    .select({ itemId: items.id, status: itemVersions.status })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(and(eq(itemVersions.id, id), bankIsOpen(items.bankId, { personId, reach: 'review' })));
  return found ?? null;
}
