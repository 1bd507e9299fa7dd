import { eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';
import { attempts, responses } from '#lib/server/db/schema/attempt.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import type { Entry } from './writer.ts';

/** What a comparison of ledger and database found; all but `unknown` must be nothing. */
export type Comparison = {
  /** Acknowledged, and not stored as it was acknowledged. */
  lost: string[];
  /** Stored more than once. */
  twice: string[];
  /** Attempts whose counter is not the number of their responses. */
  mismatched: string[];
  /** Stored, and never acknowledged. */
  unknown: string[];
};

const nameOf = (one: { attemptId: string; position: number; sequence: number }) =>
  `${one.attemptId}/${one.position} #${one.sequence}`;

type Sealed = { name: string; option: string };

/** Each response that was ever taken stands in the audit log, in the transaction that took it. */
async function readTaken(db: Executor): Promise<Sealed[]> {
  const text = (path: string) => sql<string>`${auditEvents.detail} #>> ${path}::text[]`;
  const rows = await db
    .select({
      attemptId: auditEvents.subjectId,
      position: text('{position}').mapWith(Number),
      sequence: text('{sequence}').mapWith(Number),
      option: text('{response,option}')
    })
    .from(auditEvents)
    .where(eq(auditEvents.action, 'attempt.submit-response'));
  return rows.map(({ option, ...row }) => ({ name: nameOf(row), option }));
}

/** What stands now, by place. */
async function readStanding(db: Executor, attemptIds: string[]) {
  const rows = await db.select().from(responses).where(inArray(responses.attemptId, attemptIds));
  return new Map(rows.map((row) => [`${row.attemptId}/${row.position}`, row]));
}

async function findMismatched(db: Executor): Promise<string[]> {
  const rows = await db
    .select({
      id: attempts.id,
      answered: attempts.answered,
      count: sql<number>`count(${responses.attemptId})`
    })
    .from(attempts)
    .leftJoin(responses, eq(responses.attemptId, attempts.id))
    .groupBy(attempts.id)
    .having(sql`${attempts.answered} <> count(${responses.attemptId})`);
  return rows.map(({ id, answered, count }) => `${id}: counter ${answered}, responses ${count}`);
}

function repeated(names: string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.has(name) || !seen.add(name));
}

type Standing = Awaited<ReturnType<typeof readStanding>>;

/** Whether a response stands as it was acknowledged; a higher sequence in its place is a later change. */
function stands(entry: Entry, standing: Standing): boolean {
  const row = standing.get(`${entry.attemptId}/${entry.position}`);
  if (!row || row.sequence < entry.sequence) return false;
  if (row.sequence > entry.sequence) return true;
  const { response } = row;
  const isSame = response.type === 'single' && response.option === entry.option;
  return isSame && row.idempotencyKey === entry.key;
}

/** Holds the ledger against the database, entry by entry. */
export async function compare(db: Executor, ledger: Entry[]): Promise<Comparison> {
  const taken = await readTaken(db);
  const optionOf = new Map(taken.map(({ name, option }) => [name, option]));
  const standing = await readStanding(db, [...new Set(ledger.map(({ attemptId }) => attemptId))]);
  const acknowledged = new Set(ledger.map(nameOf));
  const isStored = (entry: Entry) => optionOf.get(nameOf(entry)) === entry.option && stands(entry, standing);
  return {
    lost: ledger.filter((entry) => !isStored(entry)).map(nameOf),
    twice: repeated(taken.map(({ name }) => name)),
    mismatched: await findMismatched(db),
    unknown: taken.map(({ name }) => name).filter((name) => !acknowledged.has(name))
  };
}
