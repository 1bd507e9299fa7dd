import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { TeamPart } from '#lib/domain/activity/team.ts';
import { instant } from './column-types.ts';
import { activities } from './activity.ts';
import { people } from './identity.ts';

/**
 * Who works on an activity. While nobody is named as an author, every educator does. A `reviewer` was asked to read the
 * items that are in review, and reaches nothing else.
 */
export const activityTeam = pgTable(
  'activity_team',
  {
    activityId: uuid('activity_id')
      .notNull()
      .references(() => activities.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    part: text('part').$type<TeamPart>().notNull(),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => people.id),
    addedAt: instant('added_at').notNull()
  },
  (table) => [
    primaryKey({ columns: [table.activityId, table.personId] }),
    index('activity_team_person').on(table.personId),
    check('activity_team_part_known', sql`${table.part} in ('author', 'reviewer')`)
  ]
);
