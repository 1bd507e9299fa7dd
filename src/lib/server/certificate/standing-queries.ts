import { sql, type SQL } from 'drizzle-orm';
import { certificates } from '../db/schema/certificate.ts';

/**
 * Of `certificates`: the document that counts, since no other supersedes it. It may be revoked; one that is cannot be
 * superseded any more, so there is one such document to each completion that was claimed.
 */
export const documentStands: SQL = sql`not exists (
  select from certificates later where later.supersedes_id = ${certificates.id})`;
