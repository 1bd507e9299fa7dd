import { randomUUID } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';

/** Guards of what is published: they refuse what nobody may do outside of tests. */
const GUARDS = [
  ['activity_versions', 'activity_versions_guard'],
  ['activity_credit_offers', 'activity_credit_offers_guard'],
  ['accreditation_attestations', 'accreditation_attestations_in_advance']
] as const;

async function withoutGuards(db: Executor, change: () => Promise<void>): Promise<void> {
  const switchTo = (state: SQL) =>
    Promise.all(
      GUARDS.map(([table, guard]) =>
        db.execute(sql`alter table ${sql.identifier(table)} ${state} trigger ${sql.identifier(guard)}`)
      )
    );
  await switchTo(sql`disable`);
  await change();
  await switchTo(sql`enable`);
}

async function attest(db: Executor, statementId: string, accreditor: string): Promise<void> {
  const [adminId, providerId] = [randomUUID(), randomUUID()];
  await db.execute(sql`insert into people (id, email, password_hash, created_at)
    values (${adminId}, ${`${adminId}@example.org`}, '', now())`);
  await db.execute(sql`insert into provider_versions
      (id, name, accreditor, accreditor_id, mode, address, contact, recorded_at, recorded_by)
    values (${providerId}, 'Example University', ${accreditor}, '0001234', 'direct', '1 Example Street', 'cme@example.org',
      now(), ${adminId})`);
  await db.execute(sql`insert into accreditation_attestations
      (id, activity_version_id, accreditation_statement_id, provider_version_id, wording, facts, attested_by, attested_at)
    select gen_random_uuid(), id, ${statementId}, ${providerId}, 'I attest it.', '{}', ${adminId}, now()
    from activity_versions`);
}

/**
 * Puts the sample under an accredited provider, whose dates count (2026-12-01 to 2029-11-30), designated for these types
 * (quarter credits by the key of the rule). Call it before anything reads the activity: what was published is kept in
 * memory, since outside of tests it cannot change.
 */
export async function accreditSample(
  db: Executor,
  {
    accreditor = 'ACCME',
    offers = { 'ama-pra-1': 2 }
  }: { accreditor?: string; offers?: Record<string, number> } = {}
): Promise<void> {
  const id = randomUUID();
  await db.execute(sql`insert into accreditation_statements (id, mode, label, statement, provider_name, created_at)
    values (${id}, 'accredited', 'Accredited', 'A statement of the provider.', 'Example University', now())`);
  await withoutGuards(db, async () => {
    await db.execute(sql`update activity_versions set accreditation_statement_id = ${id}`);
    for (const [key, maximum] of Object.entries(offers)) {
      await db.execute(sql`insert into activity_credit_offers (activity_version_id, credit_rule_id, maximum_quarter_credits)
        select v.id, r.id, ${maximum} from activity_versions v, credit_rules r where r.key = ${key}`);
    }
    await attest(db, id, accreditor);
  });
}
