import type { Environment } from './environment.ts';

/** The address that people open: ORIGIN, or http on this machine. */
export function publicAddress(environment: Pick<Environment, 'origin' | 'port'>): string {
  return environment.origin ?? `http://localhost:${environment.port}`;
}
