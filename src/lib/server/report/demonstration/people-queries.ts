import { sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import type { Batch } from './batch.ts';
import { chance, hash, idOf, normal } from './chance-queries.ts';
import { DAY_CARDS, PERSON_CARDS } from './draw-decks.ts';

const N = sql`n::bigint`;

/** Doubled as Luhn's sum wants it: 2 d, less 9 where that has two digits. */
const doubled = (digit: SQL): SQL => sql`(2 * ${digit} - case when ${digit} > 4 then 9 else 0 end)`;

/**
 * A National Provider Identifier with the right check digit that begins with 2: the form allows it, and none of the
 * numbers in use begins so. 24: what the prefix 80840 adds to Luhn's sum; 4: the doubled first digit.
 */
function npiOf(digits: SQL): SQL {
  const at = (place: number): SQL => sql`((${digits} / ${10 ** place}::int) % 10)`;
  const sum = Array.from({ length: 8 }, (_, place) => (place % 2 === 0 ? doubled(at(place)) : at(place)));
  const rest = sql`(28 + ${sql.join(sum, sql` + `)}) % 10`;
  return sql`'2' || lpad(${digits}::text, 8, '0') || (10 - ${rest}) % 10`;
}

/** A day's card, a person's card, and numbers: each learner of the batch by itself. */
function drawn(batch: Batch): SQL {
  const u = (purpose: number) => chance(N, batch, purpose);
  const gap = (purpose: number) =>
    sql`case when ${u(purpose)} < 0.82 then 0 else floor(6 * ${u(purpose + 1)})::int end`;
  return sql`select n, ${idOf('person', batch)} as person_id,
      w.given[1 + ${hash(N, batch, 3)} % cardinality(w.given)] as given,
      w.family[1 + ${hash(N, batch, 4)} % cardinality(w.family)] as family,
      p.country, p.profession, p.credentials, p.specialty, p.report, p.state, p.ability, p."hasNpi",
      (${hash(N, batch, 5)} % 100000000)::int as digits,
      ${normal(N, batch, 6)} as theta, ${u(10)} as reach, d."daysAgo",
      ${batch.until.toISOString()}::text::timestamptz - (d."daysAgo" + 1) * interval '1 day'
        + d.minute * interval '1 minute' as starts_at,
      2 + 4 * ${u(11)} as pre_minutes,
      6 + exp(2.3 + 0.5 * ${normal(N, batch, 12)}) as read_minutes,
      5 + exp(1.9 + 0.35 * ${normal(N, batch, 15)}) as sit_minutes,
      1 + 3 * ${u(18)} as fill_minutes,
      ${gap(19)} as gap_one, ${gap(21)} as gap_two
    from generate_series(${batch.first}::int, ${batch.last}::int) n
    join demo_people p on p.slot = (${hash(N, batch, 1)} & ${PERSON_CARDS - 1}::int)
    join demo_days d on d.slot = (${hash(N, batch, 2)} & ${DAY_CARDS - 1}::int)
    join demo_names w on w.pool = p.pool`;
}

/** Who the learners of a batch are, how able they are, how far they come and how long it takes them. */
export async function createLearners(tx: Executor, batch: Batch): Promise<void> {
  await tx.execute(sql`create temp table demo_learners on commit drop as
    select n, person_id, given, family, country, profession, credentials, specialty, report, state,
      case when "hasNpi" then ${npiOf(sql`digits`)} end as npi,
      0.3 * ability + theta as theta, reach, starts_at, pre_minutes, read_minutes, sit_minutes, fill_minutes,
      least(gap_one, "daysAgo") as gap_one,
      least(gap_two, "daysAgo" - least(gap_one, "daysAgo")) as gap_two,
      n <= ${batch.detailUpTo}::int as detailed
    from (${drawn(batch)}) drawn`);
  await tx.execute(sql`analyze demo_learners`);
}

/** The accounts: their password is one that nobody knows, their address one that no mail reaches. */
export async function insertLearners(
  tx: Executor,
  { batch, passwordHash, domain }: { batch: Batch; passwordHash: string; domain: string }
): Promise<void> {
  await tx.execute(sql`insert into people (id, email, password_hash, created_at)
    select person_id, 'learner-' || n || '.' || ${batch.seed}::text || '@' || ${domain}::text, ${passwordHash}::text,
      starts_at - interval '3 minutes'
    from demo_learners`);
  await tx.execute(sql`insert into profiles
      (person_id, given_name, family_name, credentials, profession, specialty, country, npi, updated_at)
    select person_id, given, family, credentials, profession, specialty, country, npi, starts_at - interval '3 minutes'
    from demo_learners`);
  await tx.execute(sql`insert into person_roles (person_id, role, granted_at)
    select person_id, 'clinician', starts_at - interval '3 minutes' from demo_learners`);
}

/** What reports would find a share of the learners by. */
export async function insertIdentifiers(tx: Executor, batch: Batch): Promise<void> {
  const digits = (purpose: number, length: number) =>
    sql`lpad((${hash(N, batch, purpose)} % ${10 ** length}::int)::text, ${length}::int, '0')`;
  await tx.execute(sql`insert into reporting_identifiers
      (person_id, licence_state, licence_number, board_id, birth_month, birth_day, nabp_id, updated_at)
    select person_id,
      case when report in ('pars', 'ce-broker') then state end,
      case when report in ('pars', 'ce-broker') then 'DEMO-' || ${digits(30, 6)} end,
      case when profession = 'physician' and ${chance(N, batch, 31)} < 0.4 then ${digits(32, 6)} end,
      1 + ${hash(N, batch, 33)} % 12, 1 + ${hash(N, batch, 34)} % 28,
      case when report = 'cpe-monitor' then ${digits(35, 7)} end,
      starts_at
    from demo_learners
    where report is not null and detailed and ${chance(N, batch, 36)} < 0.7`);
}
