/**
 * The server cannot be reached, went away in the middle, is stopping or starting, can only read (a leader that is none any
 * more), or its disk is full or broken (postgres.js, Node, PostgreSQL), or a proxy before it says so (PgBouncer, 08P01):
 * all of it passes, and nothing was stored.
 */
const CODES = [
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '08P01',
  '25006',
  '53100',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '58030'
];

/** Whether an error, or what a driver wrapped in it, says that there is no database to ask. */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && CODES.includes(error.code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseGone);
  return isDatabaseGone(error.cause);
}
