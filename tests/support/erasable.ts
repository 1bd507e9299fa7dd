import { sql } from 'drizzle-orm';
import { issueBadge } from '#lib/server/badge/issue-badge.ts';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { submitEvaluation } from '#lib/server/credit/submit-evaluation.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { makePassedLearner, NOON } from './learner.ts';

/** A name that stands nowhere else, and a word that only this person typed. */
export const GIVEN = 'Ximenabel';
export const FAMILY = 'Quispemayta';
export const TYPED = 'xylophonically';

export const SECRET = 'the secret of the tests of erasure, long enough';

const ORIGIN = 'https://cme.example.org';

/** What the claim does not write: everywhere else that a name, an address or a typed word can come to stand. */
async function leaveTraces(db: Executor, personId: string, completionId: string): Promise<void> {
  const at = NOON.toISOString();
  const name = `${GIVEN} ${FAMILY}`;
  const values = JSON.stringify({
    given_name: GIVEN,
    family_name: FAMILY,
    licence_number: TYPED,
    credit: 0.5
  });
  await db.execute(sql`insert into reporting_identifiers (person_id, licence_state, licence_number, updated_at)
    values (${personId}, 'FL', ${TYPED}, ${at})`);
  await db.execute(sql`insert into external_credits
    (id, person_id, title, provider, credit_type, quarter_credits, completed_on, created_at, updated_at)
    values (gen_random_uuid(), ${personId}, ${TYPED}, 'X', 'AMA', 4, '2027-01-01', ${at}, ${at})`);
  await db.execute(sql`insert into external_credit_documents (external_credit_id, file_name, media_type, content)
    select id, ${`${name}.pdf`}, 'application/pdf', convert_to(${name}, 'utf8') from external_credits
    where person_id = ${personId}`);
  await db.execute(sql`insert into accommodations
    (id, person_id, extra_time_percent, break_minutes, untimed, valid_from, basis, granted_at, granted_by)
    values (gen_random_uuid(), ${personId}, 25, 0, false, '2027-01-01', ${TYPED}, ${at}, ${personId})`);
  await db.execute(sql`insert into transcript_shares (id, person_id, token_hash, label, created_at, expires_at)
    values (gen_random_uuid(), ${personId}, convert_to(${personId}, 'utf8'), ${TYPED}, ${at}, ${at})`);
  await db.execute(sql`insert into outbox_messages
    (id, kind, dedupe_key, person_id, address, subject, body, created_at, not_before)
    select gen_random_uuid(), 'x', ${personId}, id, email, ${name}, ${TYPED}, ${at}, ${at} from people
    where id = ${personId}`);
  await db.execute(sql`insert into saved_views (id, owner_id, name, is_shared, query, created_at, updated_at)
    select gen_random_uuid(), id, ${`search ${personId}`}, true, ${`name=${FAMILY}&from=2027-01-01`}, ${at}, ${at}
    from people where id <> ${personId} limit 1`);
  await db.execute(sql`insert into api_tokens (id, name, token_hash, owner_id, scopes, created_at, expires_at)
    values (gen_random_uuid(), ${name}, convert_to(${name}, 'utf8'), ${personId}, '["x"]', ${at}, '2030-01-01')`);
  await db.execute(sql`insert into set_up_links (token_hash, created_at, expires_at)
    values (convert_to(${personId}, 'utf8'), ${at}, ${at})`);
  await db.execute(sql`insert into throttles (subject, failures, window_started_at)
    values (convert_to(${personId}, 'utf8'), 1, ${at})`);
  await db.execute(sql`with sent as (insert into report_submissions
      (id, mapping_version_id, action, query, reason, rows, sha256, created_at)
      select gen_random_uuid(), id, 'add', '', '', 1, 'x', ${at}::timestamptz from mapping_versions limit 1 returning id)
    insert into report_submission_rows (submission_id, ordinal, completion_id, record_id, values)
    select id, 1, ${completionId}::uuid, 'r1', ${values}::jsonb from sent`);
}

/** A learner of the sample with everything on record that can be: to be erased, or to stand beside somebody who is. */
export async function makeErasable(db: Executor, familyName = FAMILY) {
  const learner = await makePassedLearner(db, { givenName: GIVEN, familyName, npi: '1234567893' });
  const { personId } = learner;
  const typed = familyName === FAMILY ? TYPED : 'in other words';
  const answers = {
    bias: { type: 'single-choice', option: 'free' },
    comments: { type: 'long-text', text: `${typed} by ${GIVEN}` },
    commitments: { type: 'commitment-to-change', options: ['ask-assay'], ownWords: [typed] },
    'follow-up': { type: 'consent', option: 'yes' }
  } as const;
  const evaluated = await submitEvaluation(db, {
    ...learner,
    answers: {
      ...answers,
      commitments: { ...answers.commitments, options: ['ask-assay'], ownWords: [typed] }
    },
    now: NOON
  });
  if (!evaluated.ok) throw new Error(`The evaluation was refused: ${evaluated.problem}`);
  const claim = await claimCredit(db, { ...learner, quarterCredits: 2, now: NOON });
  if (!claim.ok) throw new Error(`The claim was refused: ${JSON.stringify(claim.problem)}`);
  const { certificateId } = claim.value;
  if (familyName === FAMILY)
    await issueBadge(db, { certificateId, origin: ORIGIN, secret: SECRET, now: NOON });
  const [row] = await db
    .select({
      code: sql<string>`d.code`,
      completionId: sql<string>`c.id`,
      email: sql<string>`p.email`
    })
    .from(
      sql`certificates d join completions c on c.person_id = d.person_id join people p on p.id = d.person_id`
    )
    .where(sql`d.id = ${certificateId}`);
  if (!row) throw new Error('The certificate is not there.');
  if (familyName === FAMILY) await leaveTraces(db, personId, row.completionId);
  return { personId, certificateId, ...row };
}
