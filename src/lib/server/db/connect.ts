import postgres, { type Options, type PostgresType } from 'postgres';

/** Seconds; who waits longer for a connection is better told that there is none. An address may say otherwise. */
const PATIENCE = 10;

/** Seconds. */
const SHORTEST_PAUSE = 0.05;
const LONGEST_PAUSE = 0.5;

/**
 * Seconds until a connection is tried again that could not be made. The driver counts failures over the whole pool and
 * waits up to 20 s: a server that is back after one second would be found after twenty. A try costs nothing, and half a
 * second is what nobody notices.
 */
export function pauseAfter(failures: number): number {
  return Math.min(SHORTEST_PAUSE * 2 ** failures, LONGEST_PAUSE);
}

/** Connects to PostgreSQL with what all our connections have in common. Opened with the first statement. */
export function connect<Types extends Record<string, PostgresType>>(url: string, options: Options<Types>) {
  const isPatient = URL.canParse(url) && new URL(url).searchParams.has('connect_timeout');
  return postgres(url, {
    onnotice: () => {},
    backoff: pauseAfter,
    ...(isPatient ? {} : { connect_timeout: PATIENCE }),
    ...options
  });
}
