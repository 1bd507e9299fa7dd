import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { fingerprintOf, type DryRun } from '#lib/domain/attempt/dry-run.ts';
import type { Response } from '#lib/domain/attempt/response.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { applyRegrade, previewRegrade, type ProposedRegrade } from '#lib/server/attempt/apply-regrade.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { NOON, SAMPLE } from './learner.ts';
import { makePerson } from './people.ts';
import type { Sitting } from './sitting.ts';

/** An attempt at the assessment in which one item is looked at, at the first place. */
export type MadeSitting = {
  /** To that item; null: none. */
  response: Response | null;
  isRight: boolean;
  /** How many of the other nine are right. */
  others: number;
  isOpen?: boolean;
  personId?: string;
};

/** Puts attempts with their whole forms on record, by SQL alone; those who have no person get one. */
export async function insertSittings(
  db: Executor,
  { form, sittings }: { form: string[]; sittings: MadeSitting[] }
): Promise<Sitting[]> {
  const activity = await readActivity(db, SAMPLE);
  const assessment = activity?.assessments.find(({ kind }) => kind === 'assessment');
  if (!assessment) throw new Error('The sample activity is not in the database.');
  const rows = sittings.map((sitting) => ({
    ...sitting,
    ...{
      personId: sitting.personId ?? randomUUID(),
      attemptId: randomUUID(),
      isOpen: sitting.isOpen ?? false
    },
    correct: sitting.others + (sitting.isRight ? 1 : 0)
  }));
  const made = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m("personId" uuid, "attemptId" uuid,
    response jsonb, "isRight" boolean, others int, "isOpen" boolean, correct int)`;
  const forms = sql`jsonb_array_elements_text(${JSON.stringify(form)}::jsonb) with ordinality as f(version, place)`;
  const at = NOON.toISOString();
  await db.transaction(async (tx) => {
    await tx.execute(sql`insert into people (id, email, password_hash, created_at)
      select "personId", "personId" || '@example.org', '', ${at}::timestamptz from ${made} on conflict do nothing`);
    await tx.execute(sql`insert into attempts
        (id, assessment_id, person_id, ordinal, state, seed, answered, started_at, items_total)
      select "attemptId", ${assessment.id}::uuid, "personId", 1, 'in-progress', 1,
        case when response is null or response = 'null' then 9 else 10 end, ${at}::timestamptz, 10 from ${made}`);
    await tx.execute(sql`insert into attempt_items (attempt_id, position, item_version_id, option_order, target_order)
      select m."attemptId", f.place, f.version::uuid,
        (select coalesce(jsonb_agg(o.option_id order by o.position), '[]') from item_options o
          where o.item_version_id = f.version::uuid),
        (select coalesce(jsonb_agg(t.target_id order by t.position), '[]') from item_targets t
          where t.item_version_id = f.version::uuid)
      from ${made}, ${forms}`);
    // An item with one key gets it where it is to be right, so that marking it again changes nothing.
    await tx.execute(sql`insert into responses
        (attempt_id, position, response, correct, sequence, idempotency_key, answered_at)
      select m."attemptId", f.place,
        case when f.place = 1 then m.response when f.place - 1 > m.others then '{"type":"single","option":""}'
          else jsonb_build_object('type', 'single', 'option', (select o.option_id from item_options o
            where o.item_version_id = f.version::uuid order by o.is_key desc nulls last limit 1)) end,
        case when f.place = 1 then m."isRight" else f.place - 1 <= m.others end, 1, gen_random_uuid(), ${at}::timestamptz
      from ${made}, ${forms} where f.place > 1 or jsonb_typeof(m.response) = 'object'`);
    await tx.execute(sql`update attempts a set state = 'submitted', submitted_at = ${at}::timestamptz,
        items_correct = m.correct, passed = m.correct >= 8 from ${made} where a.id = m."attemptId" and not m."isOpen"`);
  });
  return rows.map(({ attemptId, personId }) => ({ attemptId, personId }));
}

/** Somebody who decides about items. */
export const makeDecider = (db: Executor) => makePerson(db, { givenName: 'Ada', familyName: 'Stone' });

/** Who decides, when and where; `seen`: the fingerprint of the dry run that was shown. */
export const actOf = (actorId: string, seen: string) => ({
  actorId,
  seen,
  now: NOON,
  origin: 'https://cme.example.org'
});

type Asked = ProposedRegrade & { actorId: string };

/** The dry run of a regrade. Throws where another is in force. */
export async function lookAhead(db: Executor, proposed: ProposedRegrade): Promise<DryRun> {
  const preview = await previewRegrade(db, proposed);
  if (!preview.ok) throw new Error('Another regrade is in force.');
  return preview.value.dryRun;
}

/** Regrades as was seen, and as is seen then where the numbers moved meanwhile. Throws where it is refused. */
export async function regradeAsSeen(
  db: Executor,
  { actorId, ...proposed }: Asked,
  seen: DryRun
): Promise<string> {
  let dryRun = seen;
  for (;;) {
    const done = await applyRegrade(db, { ...proposed, act: actOf(actorId, fingerprintOf(dryRun)) });
    if (done.ok) return done.value.regradeId;
    if (done.problem.kind !== 'moved') throw new Error(`It was refused: ${done.problem.kind}`);
    ({ dryRun } = done.problem);
  }
}

/** Looks at the dry run and regrades. */
export const regrade = async (db: Executor, asked: Asked): Promise<string> =>
  regradeAsSeen(db, asked, await lookAhead(db, asked));
