import { createHash, timingSafeEqual } from 'node:crypto';
import type { Environment } from '../environment.ts';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Whether only programs of this machine reach us: so it is where somebody tries Footnote, and where a proxy stands in front it is not. */
const isAlone = ({ host, origin, trustProxy }: Settings) =>
  LOOPBACK.includes(host) && origin === null && !trustProxy;

const digest = (text: string) => createHash('sha256').update(text).digest();

type Settings = Pick<Environment, 'metricsToken' | 'host' | 'origin' | 'trustProxy'>;

/**
 * Whether who asks may read the metrics: with METRICS_TOKEN as bearer token; without one set, where nobody but this machine
 * can ask. Otherwise they are off, as if they did not exist (ASVS 13.4.5).
 */
export function mayReadMetrics(settings: Settings, authorization: string | null): 'yes' | 'no' | 'off' {
  const { metricsToken } = settings;
  if (metricsToken === null) return isAlone(settings) ? 'yes' : 'off';
  // Digests have one length, so the comparison says nothing of how much was right.
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${metricsToken}`)) ? 'yes' : 'no';
}
