const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request that changes something was sent by our own pages: `Sec-Fetch-Site`, and where the browser does not
 * send it, `Origin`. Neither header: no (OWASP CSRF sheet, Fetch Metadata with Origin as fallback).
 */
export function isRequestFromHere(request: Request, ourOrigin: string): boolean {
  if (SAFE_METHODS.includes(request.method)) return true;
  const site = request.headers.get('sec-fetch-site');
  return site === null ? request.headers.get('origin') === ourOrigin : site === 'same-origin';
}
