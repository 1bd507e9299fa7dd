import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/** What somebody wants to do: work on it, or read its items in review as somebody who was asked to. */
export type Reach = 'author' | 'review';

type Asking = { personId: string; reach?: Reach };

/**
 * Whether an educator reaches an activity: while it has no team everybody does, then its team alone. Every page, action
 * and list of the studio asks this one condition (or `bankIsOpen`, which rests on it).
 */
export function activityIsOpen(activityId: SQLWrapper, { personId, reach = 'author' }: Asking): SQL<boolean> {
  const part = reach === 'author' ? sql`and team.part = 'author'` : sql``;
  return sql<boolean>`(not exists (select from activity_team team
      where team.activity_id = ${activityId} and team.part = 'author')
    or exists (select from activity_team team
      where team.activity_id = ${activityId} and team.person_id = ${personId} ${part}))`;
}

/**
 * Whether an educator reaches a bank and its items: one of the activities that draw on it is open to them, or none draws
 * on it. A bank that several activities share is as open as the most open of them.
 */
export function bankIsOpen(bankId: SQLWrapper, asking: Asking): SQL<boolean> {
  const drawing = sql`from assessments drawing join activity_versions version
    on version.id = drawing.activity_version_id where drawing.bank_id = ${bankId}`;
  return sql<boolean>`(not exists (select ${drawing})
    or exists (select ${drawing} and ${activityIsOpen(sql`version.activity_id`, asking)}))`;
}
