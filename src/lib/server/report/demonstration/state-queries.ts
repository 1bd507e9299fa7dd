import { sql } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';

const number = async (tx: Executor, query: ReturnType<typeof sql>): Promise<number> => {
  const [row] = await tx.select({ found: sql<number>`found`.mapWith(Number) }).from(sql`(${query}) counted`);
  return row?.found ?? 0;
};

/** How many people, other than those of demonstrations, have begun an attempt. */
export function countRealLearners(db: Executor, domain: string): Promise<number> {
  return number(
    db,
    sql`select count(distinct t.person_id) as found from attempts t join people p on p.id = t.person_id
      where p.email not like ${`%@${domain}`}::text`
  );
}

/** How many learners of this seed there are. */
export function countOfSeed(db: Executor, mark: { seed: string; domain: string }): Promise<number> {
  return number(
    db,
    sql`select count(*) as found from people where email like ${`learner-%.${mark.seed}@${mark.domain}`}::text`
  );
}

/** How many of a batch completed. */
export function countCompleted(tx: Executor): Promise<number> {
  return number(tx, sql`select count(*) as found from demo_completions`);
}

/** Whether the role of the connection may leave triggers out: a superuser, or who was granted it. */
export async function mayLeaveOutTriggers(db: Executor): Promise<boolean> {
  const may = sql<boolean>`has_parameter_privilege(current_user, 'session_replication_role', 'SET')`;
  const [row] = await db.select({ may }).from(sql`(values (1)) one`);
  return row?.may === true;
}

/** Leaves triggers, those of foreign keys among them, out until the transaction ends. */
export async function leaveOutTriggers(tx: Executor): Promise<void> {
  await tx.execute(sql`set local session_replication_role = replica`);
}
