import { sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import type { Batch } from './batch.ts';
import { idOf } from './chance-queries.ts';

/** What of the learners' steps is on record: instant, person, action, subject and detail, as the steps write it. */
function steps(batch: Batch): SQL[] {
  const version = sql`'activityVersionId', ${batch.activityVersionId}::text`;
  return [
    sql`select starts_at - interval '3 minutes' as at, person_id, 'identity.create-person' as action, 'person' as kind,
      person_id as id, jsonb_build_object('roles', jsonb_build_array('clinician')) as detail
      from demo_learners where detailed`,
    sql`select started_at, person_id, 'attempt.start-attempt', 'attempt', id, jsonb_build_object('kind', kind,
      'ordinal', ordinal, 'selection', 'all', 'itemsTotal', total) from demo_sittings where detailed`,
    sql`select submitted_at, person_id, 'attempt.finish-attempt', 'attempt', id, jsonb_build_object('kind', kind,
      'itemsCorrect', correct, 'itemsTotal', total, 'passed', passed)
      from demo_sittings where detailed and submitted_at is not null`,
    sql`select completed_at, person_id, 'evaluation.submit', 'evaluation', evaluation_id, jsonb_build_object(${version})
      from demo_completions where detailed`,
    sql`select completed_at, person_id, 'credit.record-completion', 'completion', ${idOf('completion', batch)},
      jsonb_build_object(${version}, 'attemptId', attempt_id, 'evaluationId', evaluation_id, 'completedOn', completed_on)
      from demo_completions where detailed`,
    sql`select completed_at + interval '1 minute', person_id, 'credit.claim', 'credit', ${idOf('credit', batch)},
      jsonb_build_object(${version}, 'completionId', ${idOf('completion', batch)}, 'quarterCredits', "quarterCredits",
        'maximumQuarterCredits', "maximumQuarterCredits", 'creditRuleId', "creditRuleId")
      from demo_completions where detailed and "quarterCredits" is not null`,
    sql`select completed_at + interval '1 minute', person_id, 'certificate.issue', 'certificate',
      ${idOf('certificate', batch)}, jsonb_build_object('creditId', ${idOf('credit', batch)})
      from demo_completions where detailed and "quarterCredits" is not null`
  ];
}

/** The audit rows of the learners with detail, each marked with the seed. Single responses are not among them. */
export async function insertSteps(tx: Executor, batch: Batch): Promise<void> {
  await tx.execute(sql`insert into audit_events (at, actor_id, action, subject_kind, subject_id, detail)
    select at, person_id, action, kind, id::text, detail || jsonb_build_object('demonstration', ${batch.seed}::text)
    from (${sql.join(steps(batch), sql` union all `)}) steps order by at, id`);
}
