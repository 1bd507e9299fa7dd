import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytea, instant } from './column-types.ts';
import { people } from './identity.ts';

/**
 * Messages that go out by e-mail, written in the transaction that decides them and sent afterwards. Without a mail server
 * they wait here, where an admin sees them.
 */
export const outboxMessages = pgTable(
  'outbox_messages',
  {
    id: uuid('id').primaryKey(),
    /** What it is, e.g. `follow-up`. */
    kind: text('kind').notNull(),
    /** The same message is never written twice. */
    dedupeKey: text('dedupe_key').notNull().unique(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    address: text('address').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** Where mail programs unsubscribe in one click (RFC 8058); null: it is not a message that one can refuse. */
    unsubscribeUrl: text('unsubscribe_url'),
    createdAt: instant('created_at').notNull(),
    notBefore: instant('not_before').notNull(),
    tries: integer('tries').notNull().default(0),
    lastError: text('last_error'),
    sentAt: instant('sent_at'),
    /** Taken back before it went out, e.g. because the person unsubscribed. */
    cancelledAt: instant('cancelled_at')
  },
  (table) => [
    index('outbox_messages_waiting')
      .on(table.notBefore)
      .where(sql`${table.sentAt} is null and ${table.cancelledAt} is null`),
    check('outbox_messages_tries_range', sql`${table.tries} >= 0`)
  ]
);

/** Whether a person wants the messages that can be refused. The token stands in each of them. */
export const mailPreferences = pgTable('mail_preferences', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id),
  token: text('token').notNull().unique(),
  followUps: boolean('follow_ups').notNull(),
  changedAt: instant('changed_at').notNull()
});

/** How often something was tried from one place; shared by all instances. The subject is a SHA-256, never an address. */
export const throttles = pgTable('throttles', {
  subject: bytea('subject').primaryKey(),
  failures: integer('failures').notNull(),
  windowStartedAt: instant('window_started_at').notNull()
});

/**
 * From where people signed in before: networks and browsers, which others cannot shut out by guessing. The subject is a
 * SHA-256 over the person and the network, or over the person and what the browser holds.
 */
export const knownPlaces = pgTable(
  'known_places',
  {
    subject: bytea('subject').primaryKey(),
    lastAt: instant('last_at').notNull()
  },
  (table) => [index('known_places_last').on(table.lastAt)]
);
