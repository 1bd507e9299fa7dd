/** The server cannot be reached, went away in the middle, or is stopping or starting (postgres.js, Node, PostgreSQL). */
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
  '53300',
  '57P01',
  '57P02',
  '57P03'
];

/** Whether an error, or what a driver wrapped in it, says that there is no database to ask. */
export function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && CODES.includes(error.code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseGone);
  return isDatabaseGone(error.cause);
}
