import { and, desc, eq, gte, like, lt, isNull, sql, type SQL } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { AuditFilter } from '#lib/domain/report/audit/audit-filter.ts';
import type { Executor } from '../../db/index.ts';
import { auditParticulars, auditSeals } from '../../db/schema/audit-chain.ts';
import { auditEvents, people, profiles } from '../../db/schema/identity.ts';
import { guarded } from '../export-queries.ts';

const { id, at, actorId, action, subjectKind, subjectId, detail, before, after } = auditEvents;
const { network, reason } = auditParticulars;

const DAY = 86_400_000;

const whoIs = (who: string) => (who === 'program' ? isNull(actorId) : eq(actorId, who));

/** All of a room are found by how their names begin; nothing in them stands for anything else in a pattern. */
const whatIs = (what: string) => (what.endsWith('.') ? like(action, `${what}%`) : eq(action, what));

function matching(filter: AuditFilter): SQL | undefined {
  const { who, what, kind, subject, from, to } = filter;
  return and(
    who === '' ? undefined : whoIs(who),
    what === '' ? undefined : whatIs(what),
    kind === '' ? undefined : eq(subjectKind, kind),
    subject === '' ? undefined : eq(subjectId, subject),
    from === '' ? undefined : gte(at, new Date(from)),
    to === '' ? undefined : lt(at, new Date(Date.parse(to) + DAY))
  );
}

/** Events that match, the newest first, from behind the one with the id `older`; 0: from the first on. */
export function listAuditEvents(
  db: Executor,
  { filter, older, limit }: { filter: AuditFilter; older: number; limit: number }
) {
  const beyond = sql`(${at}, ${id}) < ((select at from audit_events where id = ${older}), ${older}::bigint)`;
  return db
    .select({
      ...{ id, at, actorId, action, subjectKind, subjectId, detail, before, after, network, reason },
      actorName: sql<string | null>`${profiles.givenName} || ' ' || ${profiles.familyName}`,
      actorErased: sql<boolean>`${people.erasedAt} is not null`
    })
    .from(auditEvents)
    .leftJoin(auditParticulars, eq(auditParticulars.eventId, id))
    .leftJoin(people, eq(people.id, actorId))
    .leftJoin(profiles, eq(profiles.personId, actorId))
    .where(and(matching(filter), older === 0 ? undefined : beyond))
    .orderBy(desc(at), desc(id))
    .limit(limit);
}

const COLUMNS = {
  event: id,
  at: sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  actor_id: actorId,
  action,
  subject_kind: subjectKind,
  subject_id: subjectId,
  detail,
  before,
  after,
  reason,
  network,
  position: auditSeals.position,
  seal: sql`encode(${auditSeals.hash}, 'hex')`
};

/** The columns of a file of events, in their order. */
export const AUDIT_COLUMNS = Object.keys(COLUMNS);

function rowsOf(filter: AuditFilter): SQL {
  const cells = Object.entries(COLUMNS).map(([name, value]) => [name, sql`${value}`.as(name)] as const);
  return new QueryBuilder()
    .select(Object.fromEntries(cells))
    .from(auditEvents)
    .leftJoin(auditParticulars, eq(auditParticulars.eventId, id))
    .leftJoin(auditSeals, eq(auditSeals.eventId, id))
    .where(matching(filter))
    .orderBy(desc(at), desc(id))
    .getSQL();
}

/** Rows for CSV; the reason, which a person typed, is guarded. */
export function auditCsvRows(filter: AuditFilter): SQL {
  const cells = AUDIT_COLUMNS.map((name) =>
    name === 'reason' ? guarded(sql`reason`) : sql`${sql.identifier(name)}`
  );
  return sql`select ${sql.join(cells, sql`, `)} from (${rowsOf(filter)}) entry`;
}

/** Rows for NDJSON, each an object as text. */
export function auditJsonRows(filter: AuditFilter): SQL {
  return sql`select row_to_json(entry)::text from (${rowsOf(filter)}) entry`;
}
