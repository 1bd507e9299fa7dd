import type { IncomingMessage } from 'node:http';
import type { Environment } from '#lib/server/environment.ts';

/** Our own address as `Origin` would name it, where that is certain here; null: the framework will have to say. */
function ourOrigin({ headers }: IncomingMessage, { origin, trustProxy }: Environment): string | null {
  if (origin !== null) return origin;
  return trustProxy || headers.host === undefined ? null : `http://${headers.host}`;
}

/**
 * Whether one of our own pages sent a request, by the headers that `isRequestFromHere` goes by in the framework's hook. False
 * is no refusal: what is not certain here is looked at there.
 */
export function isFromOurPage(request: IncomingMessage, environment: Environment): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined) return site === 'same-origin';
  return origin !== undefined && origin === ourOrigin(request, environment);
}
