const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Mail programs unsubscribe in one click by a POST of their own (RFC 8058); the token in the address is all it needs. */
const isOneClick = (path: string) => path.startsWith('/unsubscribe/');

/** The API takes a token from a header, which no other site can make a browser send, and no cookie. */
const isByToken = (path: string) => path.startsWith('/api/');

/**
 * Whether a request that changes something was sent by our own pages: `Sec-Fetch-Site`, and where the browser does not
 * send it, `Origin`. Neither header: no (OWASP CSRF sheet, Fetch Metadata with Origin as fallback).
 */
export function isRequestFromHere(request: Request, ourOrigin: string): boolean {
  const { pathname } = new URL(request.url);
  if (SAFE_METHODS.includes(request.method) || isOneClick(pathname) || isByToken(pathname)) return true;
  const site = request.headers.get('sec-fetch-site');
  return site === null ? request.headers.get('origin') === ourOrigin : site === 'same-origin';
}
