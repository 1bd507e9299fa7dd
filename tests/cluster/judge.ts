import postgres from 'postgres';
import type { Acknowledged } from './recording.ts';

/** What of a ledger the database holds. */
export type Judgement = {
  acknowledged: number;
  /** Acknowledged, and not there: the audit log, to which is only added, has a row of each that was ever stored. */
  lost: number;
  /** Stored more than once, or counted otherwise than stored. */
  twice: number;
  /** Stored, and not acknowledged: the outcome was unknown when the writers stopped. */
  unknown: number;
};

/**
 * Compares the ledger with the database. Responses are replaced by later ones, so that what is stored in the end does not
 * tell of a loss in the midst; the audit log, in the same transaction, does.
 */
export async function judge(url: string, ledger: Acknowledged[]): Promise<Judgement> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const [found] = await sql`
      with ledger as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(ledger)}::text::jsonb)
          as entry (attempt uuid, position int, sequence int, key uuid)
      ), logged as materialized (
        select subject_id::uuid as attempt, (detail->>'position')::int as position, (detail->>'sequence')::int as sequence,
          count(*) as times
        from audit_events
        where action = 'attempt.submit-response' and subject_id in (select attempt::text from ledger)
        group by 1, 2, 3
      ), newest as (
        select distinct on (attempt, position) * from ledger order by attempt, position, sequence desc
      )
      select
        (select count(*) from ledger entry left join logged using (attempt, position, sequence)
          where logged.times is null)
        + (select count(*) from newest left join responses stored
          on stored.attempt_id = newest.attempt and stored.position = newest.position
          where stored.sequence is null or stored.sequence < newest.sequence
            or (stored.sequence = newest.sequence and stored.idempotency_key <> newest.key)) as lost,
        (select count(*) from logged where times > 1)
        + (select count(*) from attempts where id in (select attempt from ledger) and answered <>
            (select count(*) from responses where attempt_id = attempts.id)) as twice,
        (select count(*) from logged left join ledger using (attempt, position, sequence)
          where ledger.key is null) as unknown`;
    const of = (name: string) => Number(found?.[name]);
    return { acknowledged: ledger.length, lost: of('lost'), twice: of('twice'), unknown: of('unknown') };
  } finally {
    await sql.end();
  }
}
