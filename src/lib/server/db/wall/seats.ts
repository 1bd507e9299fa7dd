import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { meters } from '../../watch/meters.ts';
import { connect } from '../connect.ts';
import { isDatabaseGone } from '../is-database-gone.ts';
import { observePostgres } from '../observe-postgres.ts';
import { preparing } from '../prepare-statements.ts';

/** Connections of which each is one person's at a time. */
export type Seats = {
  /** Waits for a free one, in the order of asking, and gives it back when the work is done. */
  hold: <Result>(work: (connection: Sql) => Promise<Result>) => Promise<Result>;
  /** Any of them, for its settings; never to ask it something. */
  pattern: Sql;
  close: () => Promise<void>;
};

/** A seat is told who asks with each statement: what costs nothing there while nobody traces, is left out. */
const traced = (seat: Sql) =>
  globalThis.footnoteTracing === undefined ? seat : observePostgres(seat, (work) => work());

/** Opens its connection with its first statement. */
function openSeat(url: string): Sql {
  const seat = traced(preparing(connect(url, { max: 1 })));
  // It tells each driver how values travel (JSON and dates as text): without it JSON would be quoted twice.
  drizzle(seat);
  return seat;
}

/**
 * Who waits gets the next free one. A connection that was lost is not used again: a query given to the driver while a
 * connection ends may never be answered (3.4.9).
 */
function takeTurns(url: string, count: number) {
  const seats = new Set(Array.from({ length: count }, () => openSeat(url)));
  const free = [...seats];
  const waiting: ((seat: Sql) => void)[] = [];
  const take = () => free.pop() ?? new Promise<Sql>((resolve) => waiting.push(resolve));
  const giveBack = (seat: Sql) => {
    const next = waiting.shift();
    if (next === undefined) free.push(seat);
    else next(seat);
  };
  const replace = (lost: Sql): Sql => {
    seats.delete(lost);
    void lost.end({ timeout: 1 }).catch(() => {});
    const seat = openSeat(url);
    seats.add(seat);
    return seat;
  };
  return { seats, free, waiting, take, giveBack, replace };
}

/**
 * Not the driver's pool: that one hands each statement to whichever connection is free at the moment, and the connections
 * that it reserves are lost to it for good where the database goes away while somebody waits for one.
 */
export function openSeats(url: string, count: number, pool = 'learners'): Seats {
  const { seats, free, waiting, take, giveBack, replace } = takeTurns(url, count);
  const pattern = openSeat(url);
  const hold = async <Result>(work: (connection: Sql) => Promise<Result>): Promise<Result> => {
    let seat = await take();
    try {
      return await work(seat);
    } catch (error) {
      if (isDatabaseGone(error)) seat = replace(seat);
      throw error;
    } finally {
      giveBack(seat);
    }
  };
  const close = async () => {
    await Promise.all([pattern, ...seats].map((seat) => seat.end({ timeout: 5 })));
  };
  const load = () => ({ size: count, inUse: count - free.length, waiting: waiting.length });
  meters().pools.add(pool, load);
  return { hold, pattern, close };
}
