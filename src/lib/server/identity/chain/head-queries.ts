import { asc, desc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import { auditHeads } from '../../db/schema/audit-chain.ts';
import type { SignedHead } from './signed-head.ts';

const { day, at, position, hash, publicKey, signature } = auditHeads;

const columns = { day, at, position, hash: sql<string>`encode(${hash}, 'hex')`, publicKey, signature };

const toHead = (row: Omit<SignedHead, 'at'> & { at: Date }): SignedHead => ({
  ...row,
  at: row.at.toISOString()
});

/** Keeps the head of a day; of two instances that make one, the first wins. */
export async function insertHead(db: Executor, head: SignedHead): Promise<void> {
  const row = { ...head, at: new Date(head.at), hash: new Uint8Array(Buffer.from(head.hash, 'hex')) };
  await db.insert(auditHeads).values(row).onConflictDoNothing();
}

/** Whether a day has its head. */
export async function selectHasHead(db: Executor, ofDay: string): Promise<boolean> {
  const rows = await db.select({ day }).from(auditHeads).where(eq(day, ofDay));
  return rows.length > 0;
}

/** Every head, the oldest first: one a day. */
export async function listHeads(db: Executor): Promise<SignedHead[]> {
  return (await db.select(columns).from(auditHeads).orderBy(asc(day))).map(toHead);
}

/** The newest heads, the newest first. */
export async function listNewestHeads(db: Executor, limit: number): Promise<SignedHead[]> {
  return (await db.select(columns).from(auditHeads).orderBy(desc(day)).limit(limit)).map(toHead);
}
