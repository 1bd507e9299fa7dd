import { sql } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import type { Batch } from './batch.ts';
import { chance, hash, idOf } from './chance-queries.ts';
import { EVALUATIONS } from './draw-evaluations.ts';

const N = sql`n::bigint`;

/** Who evaluated and so completed, who claimed how much, and when. */
export async function createCompletions(tx: Executor, batch: Batch): Promise<void> {
  const rank = sql`case when ${chance(N, batch, 81)} < 0.84 then 0 when ${chance(N, batch, 82)} < 0.7 then 1 else 2 end`;
  await tx.execute(sql`create temp table demo_completions on commit drop as
    select p.*, k."quarterCredits", k."maximumQuarterCredits", k."creditRuleId",
      k.document || jsonb_build_object('holder', p.holder, 'completedOn', p.completed_on::text) as document
    from (
      select s.n, s.person_id, s.id as attempt_id, s.correct, s.total, l.given, l.family, l.credentials, l.profession, l.country, l.report, s.detailed,
        ${idOf('evaluation', batch)} as evaluation_id,
        s.submitted_at + l.fill_minutes * interval '1 minute' as completed_at,
        ((s.submitted_at + l.fill_minutes * interval '1 minute') at time zone 'UTC')::date as completed_on,
        l.given || ' ' || l.family || case when l.credentials = '' then '' else ', ' || l.credentials end as holder,
        case when ${chance(N, batch, 83)} < 0.97 then ${rank} end as rank
      from (select * from demo_sittings where kind = 'assessment' and passed) s
      join (select n as learner, profession, country, report, fill_minutes, given, family, credentials
        from demo_learners) l on l.learner = s.n
      where ${chance(N, batch, 80)} < 0.96
    ) p
    left join demo_documents k on k.profession = p.profession and k.country = p.country and k.rank = p.rank`);
}

/** Evaluations, then completions with the credit that was claimed, then the documents. */
export async function insertRecords(tx: Executor, batch: Batch): Promise<void> {
  const version = sql`${batch.activityVersionId}::text::uuid`;
  await tx.execute(sql`insert into evaluations (id, person_id, activity_version_id, answers, submitted_at)
    select c.evaluation_id, c.person_id, ${version}, e.answers, c.completed_at
    from demo_completions c
    join demo_evaluations e on e.slot = (${hash(N, batch, 84)} & ${EVALUATIONS - 1}::int)`);
  // Together, because both refresh the row by which a completion is found, and the second then finds nothing to change.
  await tx.execute(sql`with completed as (
      insert into completions
        (id, person_id, activity_version_id, attempt_id, evaluation_id, completed_on, completed_at)
      select ${idOf('completion', batch)}, person_id, ${version}, attempt_id, evaluation_id, completed_on, completed_at
      from demo_completions)
    insert into credits (id, completion_id, person_id, activity_version_id, quarter_credits, maximum_quarter_credits,
      credit_rule_id, claimed_at)
    select ${idOf('credit', batch)}, ${idOf('completion', batch)}, person_id, ${version}, "quarterCredits",
      "maximumQuarterCredits", "creditRuleId", completed_at + interval '1 minute'
    from demo_completions where "quarterCredits" is not null`);
  await tx.execute(sql`insert into certificates (id, credit_id, person_id, code, document, issued_at)
    select ${idOf('certificate', batch)}, ${idOf('credit', batch)}, person_id,
      upper(left(md5(${`footnote demonstration ${batch.seed} code `}::text || n), 26)), document,
      completed_at + interval '1 minute'
    from demo_completions where "quarterCredits" is not null`);
}

/** What a share of those who have their responses on record let be reported of their credit. */
export async function insertPermissions(tx: Executor, batch: Batch): Promise<void> {
  await tx.execute(sql`insert into reporting_permissions
      (id, person_id, activity_version_id, report, granted, wording, wording_version, recorded_at)
    select ${idOf('permission', batch)}, c.person_id, ${batch.activityVersionId}::text::uuid, r.id,
      ${chance(N, batch, 85)} < 0.8, r.wording, r."wordingVersion", c.completed_at + interval '1 minute'
    from demo_completions c join demo_reports r on r.id = c.report
    where c."quarterCredits" is not null and c.detailed`);
}

/** The rows by which completions are found, as triggers would write them. */
export async function insertSummaries(tx: Executor, batch: Batch): Promise<void> {
  await tx.execute(sql`insert into completion_summaries (completion_id, person_id, activity_id, activity_version_id,
      completed_on, profession, country, credit_rule_id, quarter_credits, is_revoked, score_percent, sort_name, name_words)
    select ${idOf('completion', batch)}, person_id, ${batch.activityId}::text::uuid,
      ${batch.activityVersionId}::text::uuid, completed_on, profession, country, "creditRuleId", "quarterCredits", false,
      100 * correct / total, lower(btrim(family || ' ' || given)),
      strip(to_tsvector('simple', concat_ws(' ', given, family, credentials)))
    from demo_completions`);
}
