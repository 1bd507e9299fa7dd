import type { RequestEvent } from '@sveltejs/kit';
import { networkOf } from '#lib/domain/identity/network.ts';

/**
 * The network that a request comes from. Where a proxy is trusted, its header names the client (scripts/request-front.ts);
 * a request that came past the proxy has none, and belongs to no network.
 */
export function clientNetwork(event: Pick<RequestEvent, 'locals' | 'request' | 'getClientAddress'>): string {
  const { trustProxy } = event.locals.environment;
  if (trustProxy && !event.request.headers.has('x-forwarded-for')) return networkOf('');
  return networkOf(event.getClientAddress());
}
