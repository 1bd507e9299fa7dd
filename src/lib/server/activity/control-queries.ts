import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activityEditors } from '../db/schema/activity-disclosure.ts';
import { activityVersions, assessments } from '../db/schema/activity.ts';
import { profiles } from '../db/schema/identity.ts';
import { items, itemVersions } from '../db/schema/question-bank.ts';
import { itemApprovals, itemVersionAuthors } from '../db/schema/question-bank-review.ts';

const person = {
  personId: profiles.personId,
  name: sql<string>`btrim(${profiles.givenName} || ' ' || ${profiles.familyName})
    || case when ${profiles.credentials} = '' then '' else ', ' || ${profiles.credentials} end`
};

/** Everybody who changed anything in a version or in one before it, from which it was copied. */
export function listEditors(db: Executor, activityVersionId: string) {
  return db
    .selectDistinct(person)
    .from(activityEditors)
    .innerJoin(profiles, eq(profiles.personId, activityEditors.personId))
    .innerJoin(activityVersions, eq(activityVersions.id, activityEditors.activityVersionId))
    .where(
      sql`${activityVersions.activityId} = (select v.activity_id from activity_versions v where v.id = ${activityVersionId})`
    );
}

/** When each editor of this very version began. */
export function listStarts(db: Executor, activityVersionId: string) {
  return db
    .select({ personId: activityEditors.personId, at: activityEditors.firstAt })
    .from(activityEditors)
    .where(eq(activityEditors.activityVersionId, activityVersionId));
}

/** Everybody who wrote in a live item that the version can draw. */
export function listItemAuthors(db: Executor, activityVersionId: string) {
  return db
    .selectDistinct(person)
    .from(assessments)
    .innerJoin(items, eq(items.bankId, assessments.bankId))
    .innerJoin(itemVersions, and(eq(itemVersions.itemId, items.id), eq(itemVersions.status, 'live')))
    .innerJoin(itemVersionAuthors, eq(itemVersionAuthors.itemVersionId, itemVersions.id))
    .innerJoin(profiles, eq(profiles.personId, itemVersionAuthors.personId))
    .where(eq(assessments.activityVersionId, activityVersionId));
}

/** Everybody who approved a live item that the version can draw. */
export function listItemReviewers(db: Executor, activityVersionId: string) {
  return db
    .selectDistinct(person)
    .from(assessments)
    .innerJoin(items, eq(items.bankId, assessments.bankId))
    .innerJoin(itemVersions, and(eq(itemVersions.itemId, items.id), eq(itemVersions.status, 'live')))
    .innerJoin(itemApprovals, eq(itemApprovals.itemVersionId, itemVersions.id))
    .innerJoin(profiles, eq(profiles.personId, itemApprovals.approverId))
    .where(eq(assessments.activityVersionId, activityVersionId));
}
