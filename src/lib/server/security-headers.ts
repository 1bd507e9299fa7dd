/** What is no page of ours is not to act as one, wherever it is opened: no script, no form, no frame around it. */
const NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Headers that every response carries, assets and errors included (ASVS 3.4). A page brings a CSP of its own. */
export function securityHeaders(isHttps: boolean): Record<string, string> {
  return {
    'content-security-policy': NO_PAGE,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(isHttps ? { 'strict-transport-security': 'max-age=63072000' } : {})
  };
}

/** The service worker's file: what it may do is in its own policy, and it fetches from here alone. */
export const WORKER_FILE = '/service-worker.js';
export const WORKER_POLICY = `${NO_PAGE}; connect-src 'self'`;
