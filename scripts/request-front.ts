import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Environment } from '#lib/server/environment.ts';
import { securityHeaders, WORKER_FILE, WORKER_POLICY } from '#lib/server/security-headers.ts';

/** Set by us on each request, whatever the client sent: that it came over plain http. */
const PROTOCOL_HEADER = 'x-footnote-protocol';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** How the built server learns its own address: from ORIGIN, from a trusted proxy, or from us and the Host header. */
export function handlerVariables({ origin, trustProxy, bodyLimit }: Environment): Record<string, string> {
  const common = { BODY_SIZE_LIMIT: bodyLimit };
  const client = trustProxy ? { ADDRESS_HEADER: 'x-forwarded-for' } : {};
  if (origin !== null) return { ...common, ...client, ORIGIN: origin };
  if (!trustProxy) return { ...common, PROTOCOL_HEADER };
  return { ...common, ...client, PROTOCOL_HEADER: 'x-forwarded-proto', HOST_HEADER: 'x-forwarded-host' };
}

/** The hosts that a browser on this machine may name; null: any. Others would be a page elsewhere posing as us. */
function allowedHosts({ host, port, origin, trustProxy }: Environment): string[] | null {
  if (origin !== null || trustProxy || !LOOPBACK.includes(host)) return null;
  const names = ['localhost', '127.0.0.1', '[::1]'];
  return [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])];
}

function refuseHost(request: IncomingMessage, response: ServerResponse): void {
  request.footnoteRoute = '(refused)';
  response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('This address is not served here. Set ORIGIN to the address that browsers use.\n');
}

/**
 * What happens to a request before the built server sees it: headers for every response, files included; our word on
 * the protocol; and the wrong Host refused (DNS rebinding). Returns false where it has been answered.
 */
export function makeFront(environment: Environment) {
  const hosts = allowedHosts(environment);
  const isHttps = (request: IncomingMessage) =>
    environment.origin?.startsWith('https:') ??
    (environment.trustProxy && request.headers['x-forwarded-proto'] !== 'http');
  const [plain, sealed] = [Object.entries(securityHeaders(false)), Object.entries(securityHeaders(true))];
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const headers = isHttps(request) ? sealed : plain;
    for (const [name, value] of headers) response.setHeader(name, value);
    if (request.url === WORKER_FILE) response.setHeader('content-security-policy', WORKER_POLICY);
    request.headers[PROTOCOL_HEADER] = 'http';
    if (hosts === null || hosts.includes(request.headers.host?.toLowerCase() ?? '')) return true;
    refuseHost(request, response);
    return false;
  };
}
