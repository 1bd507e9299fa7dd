import { eq, sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { assessments } from '../db/schema/activity.ts';
import type { RegradeEvent } from './regrade-write-queries.ts';

/**
 * Whom a regrade is told, as rows `told`: each person once for each assessment, of the attempt that passes now, else of
 * the last one that changed. A pre-test shows no score, and practice earns nothing, so neither has a letter.
 */
const told = ({ regradeId, isUndo }: RegradeEvent): SQL =>
  sql`(select distinct on (t.person_id, t.assessment_id) t.id as attempt_id, t.person_id, t.assessment_id, t.items_total,
      g.correct_before, g.correct_after, g.dropped_before, g.dropped_after, g.passed_after,
      coalesce(g.passed_before, false) or exists (select from attempts o where o.assessment_id = t.assessment_id
        and o.person_id = t.person_id and o.id <> t.id and o.passed
        and not exists (select from regrade_changes h where h.attempt_id = o.id and h.regrade_id = g.regrade_id
          and h.is_undo = g.is_undo and h.passed_before is distinct from h.passed_after)) as had_passed
    from regrade_changes g
    join attempts t on t.id = g.attempt_id
    join assessments s on s.id = t.assessment_id and s.kind = 'assessment'
    where g.regrade_id = ${regradeId} and g.is_undo = ${isUndo}
    order by t.person_id, t.assessment_id, (g.passed_after is distinct from g.passed_before) desc, t.ordinal desc) told`;

/** The different letters that an event calls for. */
export function listLetterKinds(tx: Executor, event: RegradeEvent) {
  return tx
    .selectDistinct({
      assessmentId: assessments.id,
      activityVersionId: assessments.activityVersionId,
      total: sql<number>`told.items_total`,
      correctBefore: sql<number>`told.correct_before`,
      correctAfter: sql<number>`told.correct_after`,
      droppedBefore: sql<number>`told.dropped_before`,
      droppedAfter: sql<number>`told.dropped_after`,
      passedAfter: sql<boolean | null>`told.passed_after`,
      hadPassed: sql<boolean>`told.had_passed`
    })
    .from(told(event))
    .innerJoin(assessments, eq(assessments.id, sql`told.assessment_id`));
}

export type LetterKind = Awaited<ReturnType<typeof listLetterKinds>>[number];

type Letters = {
  event: RegradeEvent;
  letters: (LetterKind & { subject: string; body: string })[];
  mark: string;
  now: Date;
};

/**
 * Writes the letters, each to everyone whom it fits and whose account is not disabled. In the text, `mark` stands for the
 * id of the reader's attempt.
 */
export async function insertLetters(tx: Executor, { event, letters, mark, now }: Letters): Promise<void> {
  const at = now.toISOString();
  const key = `${event.isUndo ? 'undo-regrade' : 'regrade'}:${event.regradeId}:`;
  await tx.execute(sql`insert into outbox_messages
      (id, kind, dedupe_key, person_id, address, subject, body, created_at, not_before)
    select gen_random_uuid(), 'regrade', ${key} || told.attempt_id, told.person_id, p.email, l.subject,
      replace(l.body, ${mark}, told.attempt_id::text), ${at}, ${at}
    from ${told(event)}
    join people p on p.id = told.person_id and p.disabled_at is null
    join jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) as l("assessmentId" uuid, total int, "correctBefore" int,
        "correctAfter" int, "droppedBefore" int, "droppedAfter" int, "passedAfter" boolean, "hadPassed" boolean,
        subject text, body text)
      on (l."assessmentId", l.total, l."correctBefore", l."correctAfter", l."droppedBefore", l."droppedAfter", l."hadPassed")
        = (told.assessment_id, told.items_total, told.correct_before, told.correct_after, told.dropped_before,
          told.dropped_after, told.had_passed)
      and l."passedAfter" is not distinct from told.passed_after
    on conflict (dedupe_key) do nothing`);
}
