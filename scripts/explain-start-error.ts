/** Errors of our own, whose message is meant for people. The built server has its own copies: they go by name. */
const OURS = ['WrongEnvironment', 'DatabaseInUse', 'UnsuitableServer'];

const IN_USE = 'The port is in use. Stop the other program, or set PORT to a free one.';

/** Which of them failed, the driver does not tell; its own words name machine, user or database. */
const ADDRESSES = 'DATABASE_URL (or MIGRATION_DATABASE_URL, where it is set)';

const noServer = (message: string) =>
  `PostgreSQL does not answer there (${message}). Check ${ADDRESSES}, and that the server runs.`;

const BY_CODE: Record<string, (message: string) => string> = {
  EADDRINUSE: () => IN_USE,
  EADDRNOTAVAIL: () => 'HOST is not an address of this machine.',
  EACCES: (message) => `Footnote may not use what it needs (${message}).`,
  EROFS: (message) => `DATA_DIR cannot be written to (${message}).`,
  ENOSPC: (message) => `The disk is full (${message}). Make room there and start again.`,
  ECONNREFUSED: (message) => noServer(message),
  ENOTFOUND: (message) =>
    `There is no machine of that name (${message}). Check ${ADDRESSES}, and HOST where the name stands there.`,
  EAI_AGAIN: (message) => `The name of the machine cannot be looked up (${message}). Check ${ADDRESSES}.`,
  CONNECT_TIMEOUT: (message) => noServer(message),
  CONNECTION_CLOSED: (message) => `PostgreSQL closed the connection (${message}). Check ${ADDRESSES}.`,
  '28P01': (message) => `PostgreSQL refuses the user or the password (${message}). Check ${ADDRESSES}.`,
  '28000': (message) => `PostgreSQL refuses the user (${message}). Check ${ADDRESSES}.`,
  '3D000': (message) =>
    `There is no such database (${message}). Create it with createdb, or check ${ADDRESSES}.`,
  '42501': (message) =>
    `The user in DATABASE_URL may not do that, e.g. create tables (${message}). Give it the database, or set ` +
    'MIGRATION_DATABASE_URL to the address of its owner (docs/operations-security.md, “Two roles”).',
  '53300': () => 'PostgreSQL has no connection to spare.',
  '57P03': () => 'PostgreSQL is starting up or shutting down. Try again in a moment.'
};

/** Drivers wrap what happened: the error itself, then its causes. */
function* chainOf(error: unknown): Generator<Error> {
  for (let each = error; each instanceof Error; each = each.cause) {
    yield each;
    if (each instanceof AggregateError) for (const inner of each.errors) yield* chainOf(inner);
  }
}

const codeOf = (error: Error) => ('code' in error && typeof error.code === 'string' ? error.code : '');

/** What is wrong and what to do, in a line or two, for the failures that an operator can mend; null for any other. */
export function explainStartError(error: unknown): string | null {
  for (const each of chainOf(error)) {
    if (OURS.includes(each.name)) return each.message;
    // Vite's, for the development server; it has no code.
    if (/^Port \d+ is already in use$/.test(each.message)) return IN_USE;
    const explain = BY_CODE[codeOf(each)];
    if (explain) return explain(each.message);
  }
  return null;
}

/** Says why the program ends, on standard error; the stack only where nobody foresaw it. */
export function reportStartError(error: unknown): void {
  console.error(explainStartError(error) ?? error);
}
