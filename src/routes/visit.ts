import type { RequestEvent } from '@sveltejs/kit';
import { browserWords, type Visit } from '#lib/domain/identity/visit.ts';
import { clientNetwork } from './client-network.ts';
import { browserToken } from './cookies.ts';

/** From where somebody signs in. */
export function visitOf(
  event: Pick<RequestEvent, 'locals' | 'request' | 'getClientAddress' | 'cookies' | 'url'>
): Visit {
  return {
    browser: browserWords(event.request.headers.get('user-agent')),
    network: clientNetwork(event),
    browserToken: browserToken(event)
  };
}
