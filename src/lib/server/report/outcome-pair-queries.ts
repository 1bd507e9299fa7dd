import { sql, type SQL } from 'drizzle-orm';
import type { ItemPairFacts } from '#lib/domain/report/outcomes/outcome-facts.ts';
import type { PairedSums } from '#lib/domain/report/outcomes/paired-score.ts';
import type { Executor } from '../db/index.ts';

/** Learners whose first pre-test came before their first attempt at the assessment, with both attempts. */
function matched(activityVersionId: string): SQL {
  return sql`select pre.person_id, pre.id as pre_id, post.id as post_id
    from assessments before_form
    join attempts pre on pre.assessment_id = before_form.id and pre.ordinal = 1 and pre.state = 'submitted'
    join assessments after_form on after_form.activity_version_id = before_form.activity_version_id
      and after_form.kind = 'assessment'
    join attempts post on post.assessment_id = after_form.id and post.person_id = pre.person_id
      and post.ordinal = 1 and post.state = 'submitted' and post.started_at >= pre.submitted_at
    where before_form.activity_version_id = ${activityVersionId} and before_form.kind = 'pre-test'`;
}

/** Items of those attempts with whether they were right; left open is wrong, taken out of scoring is left out. */
function marks(attemptId: SQL): SQL {
  return sql`select m.person_id, ai.item_version_id, v.item_id, v.objective_id, v.paired_with, i.external_id,
      coalesce(r.correct, false) as is_right
    from matched m
    join attempt_items ai on ai.attempt_id = ${attemptId}
    join item_versions v on v.id = ai.item_version_id
    join items i on i.id = v.item_id
    left join responses r on r.attempt_id = ai.attempt_id and r.position = ai.position
    where not exists (select from regrades g where g.item_version_id = v.id and g.kind = 'drop-item'
      and g.undone_at is null)`;
}

/**
 * Two item versions are a pair where they are of one item, or one names the other (`paired_with`). Which versions pair is
 * found among the few that were drawn, not learner by learner.
 */
export function comparedRows(activityVersionId: string): SQL {
  return sql`matched as materialized (${matched(activityVersionId)}),
    before as materialized (${marks(sql`m.pre_id`)}),
    after as materialized (${marks(sql`m.post_id`)}),
    before_items as (select distinct item_version_id, item_id, external_id, paired_with from before),
    after_items as (select distinct item_version_id, item_id, external_id, paired_with from after),
    pairs as materialized (select b.item_version_id as before_version, a.item_version_id as after_version
      from before_items b join after_items a
      on a.item_id = b.item_id or a.external_id = b.paired_with or b.external_id = a.paired_with)`;
}

const number = (column: SQL) => sql<number>`${column}`.mapWith(Number);

type Compared = Omit<ItemPairFacts, 'after'> & { after: string | null };

/** Items of the pre-test against what stood in the learner's assessment; `after` null: no partner did. */
function listCompared(db: Executor, activityVersionId: string): Promise<Compared[]> {
  return db
    .select({
      before: sql<string>`t.before_name`,
      after: sql<string | null>`t.after_name`,
      stem: sql<string>`(select v.stem from item_versions v where v.item_id = t.before_item
        and v.published_at is not null order by v.version desc limit 1)`,
      objective: sql<string>`t.objective`,
      both: number(sql`t.both_right`),
      learned: number(sql`t.learned`),
      lost: number(sql`t.lost`),
      neither: number(sql`t.neither`)
    })
    .from(
      sql`(with ${comparedRows(activityVersionId)}
      select b.item_id as before_item, b.external_id as before_name, a.external_id as after_name,
        min(o.code) as objective,
        count(*) filter (where b.is_right and a.is_right) as both_right,
        count(*) filter (where not b.is_right and a.is_right) as learned,
        count(*) filter (where b.is_right and not a.is_right) as lost,
        count(*) filter (where not b.is_right and not a.is_right) as neither
      from before b
      join objectives o on o.id = b.objective_id
      left join pairs p on p.before_version = b.item_version_id
      left join after a on a.person_id = b.person_id and a.item_version_id = p.after_version
      group by b.item_id, b.external_id, a.item_id, a.external_id) t`
    );
}

/**
 * Pairs of items with how learners answered them before and after; and, by their ids, items of the pre-test that had no
 * partner in any form of the assessment that was drawn.
 */
export async function listItemPairs(
  db: Executor,
  activityVersionId: string
): Promise<{ items: ItemPairFacts[]; unpaired: string[] }> {
  const compared = await listCompared(db, activityVersionId);
  const items = compared.flatMap(({ after, ...item }) => (after === null ? [] : [{ ...item, after }]));
  const names = new Set(compared.map(({ before }) => before));
  for (const { before } of items) names.delete(before);
  return { items, unpaired: [...names] };
}

/** Sums over learners of all items (`objective` null) and of each objective's. */
export type ScoreSums = { objectiveId: string | null; items: number; atCeiling: number; sums: PairedSums };

const scoreColumns = {
  objectiveId: sql<string | null>`t.objective_id`,
  items: number(sql`t.items`),
  atCeiling: number(sql`t.at_ceiling`),
  sums: {
    learners: number(sql`t.learners`),
    before: number(sql`t.x`),
    after: number(sql`t.y`),
    beforeSquared: number(sql`t.xx`),
    afterSquared: number(sql`t.yy`),
    product: number(sql`t.xy`)
  }
};

/**
 * Scores from 0 to 100: before, the share right of the pre-test's items; after, the mean of what stands against each of
 * them: its partner's mark, or without one the share right of the learner's assessment items of the same objective.
 */
export function listScoreSums(db: Executor, activityVersionId: string): Promise<ScoreSums[]> {
  return db.select(scoreColumns).from(
    sql`(with ${comparedRows(activityVersionId)},
      partner as (select b.person_id, b.item_version_id, avg(a.is_right::int) as mark
        from before b
        join pairs p on p.before_version = b.item_version_id
        join after a on a.person_id = b.person_id and a.item_version_id = p.after_version
        group by b.person_id, b.item_version_id),
      same_objective as (select person_id, objective_id, avg(is_right::int) as mark from after
        group by person_id, objective_id),
      compared as (select b.person_id, b.objective_id, b.item_id, b.is_right::int as before_mark,
          coalesce(p.mark, o.mark) as after_mark
        from before b
        left join partner p on p.person_id = b.person_id and p.item_version_id = b.item_version_id
        left join same_objective o on o.person_id = b.person_id and o.objective_id = b.objective_id
        where coalesce(p.mark, o.mark) is not null),
      scores as (select person_id, objective_id, 100 * avg(before_mark) as x, 100 * avg(after_mark) as y
        from compared group by grouping sets ((person_id), (person_id, objective_id)))
      select s.objective_id, count(*) as learners, sum(s.x) as x, sum(s.y) as y, sum(s.x * s.x) as xx,
        sum(s.y * s.y) as yy, sum(s.x * s.y) as xy, count(*) filter (where s.x = 100) as at_ceiling,
        (select count(distinct c.item_id) from compared c
          where s.objective_id is null or c.objective_id = s.objective_id) as items
      from scores s group by s.objective_id) t`
  );
}
