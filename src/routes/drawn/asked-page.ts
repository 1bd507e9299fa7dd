import type { IncomingMessage } from 'node:http';
import { AHEAD_HEADER } from '#lib/domain/kept-pages.ts';
import { GATE_VERSION } from '#lib/domain/identity/gate.ts';
import type { Environment } from '#lib/server/environment.ts';
import { gateCookieName, sessionCookieName } from '../cookies.ts';

/**
 * A page that may have been drawn before, asked for by somebody with a session: that of a section, who passed the gate as
 * well, or with `section` null that of the activity.
 */
export type AskedPage = { path: string; slug: string; section: string | null; sessionId: string };

const PAGE = /^\/activities\/([a-z0-9-]{1,100})(?:\/lesson\/([a-z0-9-]{1,100}))?$/;

/** As the library draws them: nothing that would have to be decoded. */
const SESSION_ID = /^[a-z0-9]{20,60}$/;

/** The protocol as the framework will see it; null: it will have to say. */
function protocolOf({ headers }: IncomingMessage, { origin, trustProxy }: Environment): string | null {
  if (origin !== null) return new URL(origin).protocol;
  if (!trustProxy) return 'http:';
  const said = headers['x-forwarded-proto'];
  return said === 'http' || said === 'https' ? `${said}:` : null;
}

/** The value of a cookie that is sent once. */
function onlyCookie(header: string, name: string): string | null {
  let found: string | null = null;
  for (const pair of header.split(';')) {
    const end = pair.indexOf('=');
    if (end < 0 || pair.slice(0, end).trim() !== name) continue;
    if (found !== null) return null;
    found = pair.slice(end + 1).trim();
  }
  return found;
}

/** The session that a request names; null: none, or one that the framework is to look at. */
export function readSessionId(request: IncomingMessage, environment: Environment): string | null {
  const protocol = protocolOf(request, environment);
  if (protocol === null) return null;
  const sessionId = onlyCookie(request.headers.cookie ?? '', sessionCookieName({ protocol })) ?? '';
  return SESSION_ID.test(sessionId) ? sessionId : null;
}

/** What is asked for, if it is a page of these; everything unusual is null, and the framework's to answer. */
export function readAskedPage(request: IncomingMessage, environment: Environment): AskedPage | null {
  const { method, url: path = '', headers } = request;
  const [, slug, section = null] = (method === 'GET' && PAGE.exec(path)) || [];
  const protocol = protocolOf(request, environment);
  if (slug === undefined || protocol === null) return null;
  // Nobody reads it yet: that it was opened is not to be noted.
  if (headers[AHEAD_HEADER] !== undefined) return null;
  const cookies = headers.cookie ?? '';
  const hasPassed = onlyCookie(cookies, gateCookieName({ protocol })) === GATE_VERSION;
  if (section !== null && !hasPassed) return null;
  const sessionId = readSessionId(request, environment);
  return sessionId === null ? null : { path, slug, section, sessionId };
}
