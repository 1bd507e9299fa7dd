import { sql } from 'drizzle-orm';
import { bigint, boolean, check, date, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { bytea, instant } from './column-types.ts';

/**
 * What of an audit event is personal and may have to be erased: where it came from, and the reason that somebody typed.
 * Rows are deleted, never changed. The chain holds a commitment in their place, which without the salt says nothing.
 */
export const auditParticulars = pgTable('audit_particulars', {
  eventId: bigint('event_id', { mode: 'number' }).primaryKey(),
  /** 244 random bits, in hexadecimal. */
  salt: text('salt')
    .notNull()
    .default(sql`encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex')`),
  /** Truncated: never a whole address. */
  network: text('network'),
  reason: text('reason')
});

/**
 * The chain: each audit event at its position, from 1 without a gap, under a hash of the row and of the hash before it.
 * Append-only. No foreign key: that an event is missing is found by whoever verifies.
 */
export const auditSeals = pgTable(
  'audit_seals',
  {
    position: bigint('position', { mode: 'number' }).primaryKey(),
    eventId: bigint('event_id', { mode: 'number' }).notNull().unique(),
    /** To the particulars, as they were when the row was sealed; null: there were none. */
    commitment: bytea('commitment'),
    hash: bytea('hash').notNull()
  },
  (table) => [
    check('audit_seals_sizes', sql`length(${table.hash}) = 32 and length(${table.commitment}) = 32`)
  ]
);

/** How far sealing has come: one row. */
export const auditSealing = pgTable(
  'audit_sealing',
  {
    one: boolean('one').primaryKey().default(true),
    /** Every event up to this id is sealed, and no transaction is left that could add one. */
    settledId: bigint('settled_id', { mode: 'number' }).notNull(),
    /** The highest id at an earlier run; it is settled once every transaction of that time has ended. */
    awaitedId: bigint('awaited_id', { mode: 'number' }).notNull(),
    /** The first transaction id that was not given out at that run. */
    awaitedXid: bigint('awaited_xid', { mode: 'number' }).notNull()
  },
  (table) => [check('audit_sealing_one', sql`${table.one}`)]
);

/** The head of the chain, once a day; kept outside as well, where the operator says. Append-only. */
export const auditHeads = pgTable('audit_heads', {
  day: date('day').primaryKey(),
  at: instant('at').notNull(),
  position: bigint('position', { mode: 'number' }).notNull(),
  hash: bytea('hash').notNull(),
  /** The key that signed, as a JSON Web Key; null: no SIGNING_SECRET was set. */
  publicKey: jsonb('public_key').$type<Record<string, unknown>>(),
  /** JWS in compact form (EdDSA) over day, instant, position and hash. */
  signature: text('signature')
});
