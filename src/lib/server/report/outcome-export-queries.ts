import { sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { comparedRows } from './outcome-pair-queries.ts';

/** The marks of a form by the ids of its items: 1 right, 0 wrong. */
export type Marks = Record<string, number>;

/** Matched learners without anything that says who they are, in an order of chance that is another one each time. */
export function listMatchedLearners(db: Executor, activityVersionId: string) {
  return db
    .select({
      profession: sql<string>`t.profession`,
      before: sql<Marks>`t.before_marks`,
      after: sql<Marks>`t.after_marks`
    })
    .from(
      sql`(with ${comparedRows(activityVersionId)},
      before_marks as (select person_id, jsonb_object_agg(external_id, is_right::int) as marks from before group by 1),
      after_marks as (select person_id, jsonb_object_agg(external_id, is_right::int) as marks from after group by 1)
      select coalesce(p.profession, '') as profession, b.marks as before_marks, a.marks as after_marks
      from before_marks b
      join after_marks a on a.person_id = b.person_id
      left join profiles p on p.person_id = b.person_id
      order by random()) t`
    );
}
