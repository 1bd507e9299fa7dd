import { and, desc, eq, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { gatherCalls } from '../db/gather-calls.ts';
import type { Executor } from '../db/index.ts';
import { keepStatement } from '../db/kept-statement.ts';
import { people, personRoles, profiles, sessions } from '../db/schema/identity.ts';

/** What a request wants to know of its session and of whose it is. */
const sessionColumns = {
  idHash: sql<string>`encode(${sessions.idHash}, 'hex')`.as('id_hash'),
  personId: sessions.personId,
  createdAt: sessions.createdAt,
  lastSeenAt: sessions.lastSeenAt,
  expiresAt: sessions.expiresAt,
  absoluteExpiresAt: sessions.absoluteExpiresAt,
  method: sessions.method,
  provenAt: sessions.provenAt,
  secondFactorAt: sessions.secondFactorAt,
  browser: sessions.browser,
  network: sessions.network,
  email: people.email,
  givenName: profiles.givenName,
  /** Those held, with commas between them. */
  roles: sql<string>`coalesce((select string_agg(${personRoles.role}, ',') from ${personRoles}
    where ${personRoles.personId} = ${people.id}), '')`.as('roles')
};

/** Whose session it is: nobody’s where the account is disabled. */
const ownsSession = and(eq(people.id, sessions.personId), isNull(people.disabledAt));

/**
 * The session with this hash (in hexadecimal) and its person, for each row of a statement that asks for several: found by its
 * key each time. Left to itself, the database goes through all people as soon as it expects a few.
 */
export const knownSession = (db: Executor, hash: SQL) =>
  db
    .select(sessionColumns)
    .from(sessions)
    .innerJoin(people, ownsSession)
    .innerJoin(profiles, eq(profiles.personId, sessions.personId))
    .where(sql`${sessions.idHash} = decode(${hash}, 'hex')`)
    .limit(1)
    .as('known');

// Within `select` the database does not see how many they are, so it plans once instead of each time.
const listKnownSessions = keepStatement((db) =>
  db
    .select()
    .from(sql`unnest((select string_to_array(${sql.placeholder('hashes')}, ','))) asked(key)`)
    .crossJoinLateral(knownSession(db, sql`asked.key`))
);

/** A row of `sessionColumns`. */
export type KnownSession = Awaited<ReturnType<typeof listKnownSessions>>[number]['known'];

const gatheredSessions = gatherCalls<KnownSession>(async (db, hashes) => {
  const rows = await listKnownSessions(db, { hashes: hashes.join(',') });
  return new Map(rows.map(({ known }) => [known.idHash, known]));
});

/**
 * The session with its person. Null: unknown, or the account is disabled. Sessions of requests that come at the same time
 * are looked up together.
 */
export function selectOptionalSession(db: Executor, idHash: Uint8Array): Promise<KnownSession | null> {
  return gatheredSessions(db, Buffer.from(idHash).toString('hex'));
}

/** Writes a session; its id only as SHA-256. */
export async function insertSession(db: Executor, session: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(session);
}

/** Notes a visit, which moves the sliding end. */
export async function updateSessionSeen(
  db: Executor,
  { idHash, ...seen }: { idHash: Uint8Array; lastSeenAt: Date; expiresAt: Date }
): Promise<void> {
  await db.update(sessions).set(seen).where(eq(sessions.idHash, idHash));
}

/**
 * Gives a session a new id at a proof of who it is, `secondFactor`: with a second factor. Returns its end, which stays;
 * null: it is no more.
 */
export async function updateSessionProven(
  tx: Executor,
  input: { idHash: Uint8Array; newIdHash: Uint8Array; secondFactor: boolean; now: Date }
): Promise<Date | null> {
  const { idHash, newIdHash, secondFactor, now } = input;
  const [row] = await tx
    .update(sessions)
    .set({ idHash: newIdHash, provenAt: now, ...(secondFactor ? { secondFactorAt: now } : {}) })
    .where(eq(sessions.idHash, idHash))
    .returning({ expiresAt: sessions.expiresAt });
  return row?.expiresAt ?? null;
}

/** Ends one session. */
export async function deleteSession(db: Executor, idHash: Uint8Array): Promise<void> {
  await db.delete(sessions).where(eq(sessions.idHash, idHash));
}

/** Ends all sessions of a person. Returns how many that were. */
export async function deleteSessionsOf(db: Executor, personId: string): Promise<number> {
  const rows = await db
    .delete(sessions)
    .where(eq(sessions.personId, personId))
    .returning({ handle: sessions.handle });
  return rows.length;
}

/** Removes what has expired, either way. */
export async function deleteExpiredSessions(db: Executor, now: Date): Promise<void> {
  await db.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.absoluteExpiresAt, now)));
}

/** All sessions of a person that are on record, the one seen last first. */
export function listSessionsOf(db: Executor, personId: string) {
  return db
    .select({
      idHash: sessions.idHash,
      handle: sessions.handle,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      absoluteExpiresAt: sessions.absoluteExpiresAt,
      method: sessions.method,
      secondFactorAt: sessions.secondFactorAt,
      browser: sessions.browser,
      network: sessions.network
    })
    .from(sessions)
    .where(eq(sessions.personId, personId))
    .orderBy(desc(sessions.lastSeenAt), sessions.handle);
}

/** Ends one session of a person by what lists call it; false: there is none. */
export async function deleteSessionByHandle(
  tx: Executor,
  { personId, handle }: { personId: string; handle: string }
): Promise<boolean> {
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), eq(sessions.handle, handle)))
    .returning({ handle: sessions.handle });
  return rows.length > 0;
}

/** Ends all sessions of a person but one. Returns how many that were. */
export async function deleteOtherSessions(
  tx: Executor,
  { personId, keptIdHash }: { personId: string; keptIdHash: Uint8Array }
): Promise<number> {
  const rows = await tx
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), ne(sessions.idHash, keptIdHash)))
    .returning({ handle: sessions.handle });
  return rows.length;
}
