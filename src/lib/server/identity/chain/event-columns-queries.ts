import { sql } from 'drizzle-orm';
import type { SealedEvent } from '#lib/domain/identity/chain/sealed-text.ts';
import { auditParticulars } from '../../db/schema/audit-chain.ts';
import { auditEvents } from '../../db/schema/identity.ts';
import type { Salted } from './seal-hash.ts';

const { id, at, actorId, action, subjectKind, subjectId, detail, before, after } = auditEvents;
const { salt, network, reason } = auditParticulars;

/** Everything of an event, as the database writes it: JSON as text, and instants to the microsecond. */
export const EVENT_COLUMNS = {
  id,
  at: sql<string>`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  actorId,
  action,
  subjectKind,
  subjectId,
  detail: sql<string>`${detail}::text`,
  before: sql<string | null>`${before}::text`,
  after: sql<string | null>`${after}::text`
};

/** An event's particulars; all null where there are none. */
export const PARTICULARS_COLUMNS = { salt, network, reason };

type Written = Omit<SealedEvent, 'detail' | 'before' | 'after'> & {
  detail: string;
  before: string | null;
  after: string | null;
};

const parse = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** An event as the chain seals it. */
export function toSealedEvent({ detail: details, before: was, after: is, ...event }: Written): SealedEvent {
  return { ...event, detail: parse(details), before: parse(was), after: parse(is) };
}

/** Particulars with their salt, or null. */
export function toSalted(row: {
  salt: string | null;
  network: string | null;
  reason: string | null;
}): Salted {
  return row.salt === null ? null : { salt: row.salt, network: row.network, reason: row.reason };
}
