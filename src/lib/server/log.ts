import pino, { type LoggerOptions } from 'pino';
import { currentNetwork } from './identity/request-network.ts';

/** The query builder puts the values of a failed query into its message: addresses, hashes, whatever was sent. */
const withoutValues = (message: string) => message.replace(/\nparams:[^]*/, '');

/**
 * An error as it may be logged: its kind, code, message and where it happened, and the same of its causes. What a driver
 * adds beside that (`detail`, `parameters`, `query`) holds personal data and stays out (ASVS 16.2.5).
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    message: withoutValues(error.message),
    at: frames.map((frame) => frame.trim()),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) })
  };
}

/** What every line holds beside its own: the time, and the truncated network of the request that it belongs to. */
export const LOG_OPTIONS: LoggerOptions = {
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  serializers: { err: describeError },
  mixin: () => {
    const network = currentNetwork();
    return network === null ? {} : { network };
  }
};

/**
 * The log: one line of JSON each on standard error, in UTC. No secrets, no e-mail addresses, no keys of items go in;
 * JSON escapes line breaks, so what a stranger typed cannot forge a line.
 */
export const log = pino(LOG_OPTIONS, pino.destination({ dest: 2, sync: true }));
