/** The SQL is written for PostgreSQL 15. */
const OLDEST_MAJOR = 15;

/** The server is one that Footnote cannot use. */
export class UnsuitableServer extends Error {
  override name = 'UnsuitableServer';
}

/** Throws `UnsuitableServer` for a server before 15. `version`: `server_version_num`, e.g. 150004 for 15.4. */
export function checkServerVersion(version: number): void {
  const major = Math.floor(version / 10_000);
  if (major >= OLDEST_MAJOR) return;
  throw new UnsuitableServer(
    `Footnote needs PostgreSQL ${OLDEST_MAJOR} or later; the server that DATABASE_URL names is version ${major}.`
  );
}
