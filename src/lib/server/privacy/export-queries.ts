import { and, asc, desc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { externalCreditDocuments, externalCredits } from '../db/schema/certificate-transcript.ts';
import { auditEvents } from '../db/schema/identity.ts';
import { ACCOUNT_FILES } from './export-account-queries.ts';
import type { ExportFile } from './export-file-queries.ts';
import { LEARNING_FILES } from './export-learning-queries.ts';
import { RECORD_FILES } from './export-record-queries.ts';
import { THEIR_ACTS, type Act } from './their-acts.ts';

const cell = (name: string | undefined) => (name === undefined ? sql`null` : sql.identifier(name));

/** One row for each thing that names them, whatever table it stands in. */
const actRows = (personId: string, { table, column, what, at, id }: Act): SQL =>
  sql`select ${what}::text as what, ${cell(at)}::timestamptz as at, ${cell(id)}::text as row_id
    from ${sql.identifier(table)} where ${sql.identifier(column)} = ${personId}`;

const WORK: ExportFile = {
  file: 'what-you-wrote-and-decided',
  about: 'What of the work of educators and admins names you; what you wrote stays with its activity',
  rows: (personId) =>
    sql`${sql.join(
      THEIR_ACTS.filter(({ table }) => table !== 'audit_events').map((act) => actRows(personId, act)),
      sql` union all `
    )} order by at nulls last`
};

/** Every file of the export, in its order. */
export const EXPORT_FILES: readonly ExportFile[] = [
  ...ACCOUNT_FILES,
  ...LEARNING_FILES,
  ...RECORD_FILES,
  WORK
];

/** The rows of one file as JSON, with the columns in their order. */
export async function selectExportRows(db: Executor, file: ExportFile, personId: string): Promise<string> {
  const [found] = await db
    .select({ rows: sql<string>`coalesce(json_agg(row_to_json(r)), '[]')::text` })
    .from(sql`(${file.rows(personId)}) r`);
  return found?.rows ?? '[]';
}

/** The documents behind credit that a person earned elsewhere. */
export function listOwnDocuments(db: Executor, personId: string) {
  return db
    .select({
      id: externalCredits.id,
      fileName: externalCreditDocuments.fileName,
      content: externalCreditDocuments.content
    })
    .from(externalCredits)
    .innerJoin(externalCreditDocuments, eq(externalCreditDocuments.externalCreditId, externalCredits.id))
    .where(eq(externalCredits.personId, personId))
    .orderBy(asc(externalCredits.createdAt));
}

/** How the log calls an export of one's own data. */
export const OWN_EXPORT = 'privacy.export-own-data';

/** When a person took their data after an instant, the latest first. */
export function listRecentExports(
  db: Executor,
  { personId, since, limit }: { personId: string; since: Date; limit: number }
): Promise<{ at: Date }[]> {
  return db
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(
      and(eq(auditEvents.actorId, personId), eq(auditEvents.action, OWN_EXPORT), gt(auditEvents.at, since))
    )
    .orderBy(desc(auditEvents.at))
    .limit(limit);
}
