import pino from 'pino';

/**
 * The log: one line of JSON each on standard error, in UTC. No secrets, no e-mail addresses, no keys of items go in;
 * pino escapes line breaks, so what a stranger typed cannot forge a line.
 */
export const log = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ dest: 2, sync: true })
);
