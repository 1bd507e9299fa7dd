import type { RequestEvent } from '@sveltejs/kit';
import { clearSessionCookie } from './cookies.ts';

/**
 * Takes from the browser, with its session, what other people at this device could find: kept pages, cookies (the answer at
 * the gate too), unsent answers.
 */
export function clearDevice(event: Pick<RequestEvent, 'cookies' | 'url' | 'setHeaders'>): void {
  clearSessionCookie(event);
  event.setHeaders({ 'clear-site-data': '"cache", "cookies", "storage"' });
}
