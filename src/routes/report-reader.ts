import type { RequestEvent } from '@sveltejs/kit';
import { cookieOptions, isHttps } from './cookies.ts';

/**
 * Reports that may be read from a replica: what they show was so a moment ago. Never what is the asker's own, a sign-in,
 * or what decides whether somebody may do something.
 */
const REPLICA_ROUTES = new Set([
  '/admin/completions',
  '/admin/completions/export.[format]',
  '/admin/outcomes',
  '/admin/outcomes/[id]'
]);

const cookieName = (url: URL) => (isHttps(url) ? '__Host-written' : 'written');

/** A place in the log of PostgreSQL (pg_lsn). */
const PLACE = /^[0-9A-F]{1,8}\/[0-9A-F]{1,8}$/;

const isRead = ({ method }: Request) => method === 'GET' || method === 'HEAD';

const isStaff = ({ person }: App.Locals) => person?.roles.some((role) => role !== 'clinician') === true;

type Asked = Pick<RequestEvent, 'locals' | 'request' | 'route' | 'cookies' | 'url'>;

/** Lets a report be read from a replica that has what this session wrote, which the browser remembers. */
export function readReportElsewhere({ locals, request, route, cookies, url }: Asked): void {
  const { replica } = locals.database;
  if (replica === null || !isRead(request) || !isStaff(locals) || !REPLICA_ROUTES.has(route.id ?? '')) return;
  const place = cookies.get(cookieName(url)) ?? '';
  const { db, streamRows } = replica.readerFor(PLACE.test(place) ? place : null);
  locals.db = db;
  locals.database = { ...locals.database, streamRows };
}

/** After a change: how far the log is, for this browser to remember. Those who read no reports need not. */
export async function rememberWrite(
  { locals, request, route, cookies, url }: Asked,
  response: Response
): Promise<void> {
  const { replica } = locals.database;
  // Who signs out leaves no cookie behind.
  if (replica === null || isRead(request) || !isStaff(locals) || route.id === '/sign-out') return;
  const place = await replica.place().catch(() => null);
  // Without the database nothing was written, or nobody knows: the largest place sends reports to the primary.
  const value = place ?? 'FFFFFFFF/FFFFFFFF';
  response.headers.append('set-cookie', cookies.serialize(cookieName(url), value, cookieOptions(url)));
}
