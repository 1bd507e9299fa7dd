import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** What a page did while somebody looked on. */
export type Watch = {
  /** Violations of the content security policy, messages of the console that are errors, uncaught errors. */
  faults: string[];
  /** Requests that went to another origin. */
  elsewhere: string[];
  /** Bytes of script that the page loaded, each compressed as the server sends it. */
  scriptBytes: () => Promise<number>;
};

/** Watches a page from now on. */
export function watch(page: Page, origin: string): Watch {
  const faults: string[] = [];
  const elsewhere: string[] = [];
  const scripts: Promise<number>[] = [];
  // Sent before whatever the page is told next, so that no document begins without it.
  void page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`refused by the content security policy: ${violatedDirective} ${blockedURI}`);
    });
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      elsewhere.push(request.url());
  });
  page.on('response', (response: Response) => {
    if (response.request().resourceType() !== 'script') return;
    scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  return {
    faults,
    elsewhere,
    scriptBytes: async () => (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0)
  };
}
