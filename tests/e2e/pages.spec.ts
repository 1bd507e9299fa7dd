import type { Page } from '@playwright/test';
import { ACCESS } from '../support/access-matrix.ts';
import { ASKERS, type Access, type Asker } from '../support/access-verdicts.ts';
import { findViolations } from '../support/axe.ts';
import { enterAs } from '../support/journey.ts';
import { watch } from '../support/page-watch.ts';
import { expect, test } from './fixtures.ts';

const NOT_PAGES = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/document',
  '.pdf',
  '.csv',
  '.zip',
  '.json',
  '/references/search',
  'export.[format]',
  'badge.[format]'
];

const isPage = ({ route }: Access) => !NOT_PAGES.some((end) => route.endsWith(end));

/** The one who sees most of it; nobody's page is seen as nobody. */
const seenBy = ({ get }: Access): Asker | undefined =>
  ASKERS.find((asker) => asker !== 'nobody' && asker !== 'visitor' && get?.[asker] === 200) ??
  ASKERS.find((asker) => get?.[asker] === 200);

const KILOBYTE = 1024;

const SCRIPT_BUDGETS: Record<string, number> = {
  '/attempts/[id]/[position]': 40,
  // The passkey's script beside the one that every page of somebody who is signed in has.
  '/me/settings/security': 7,
  '/sign-in/second-factor': 6,
  '/author/items/[id]': 130,
  '/author/activities/[id]/lesson/[section]': 130
};

/** ux.md §7: none required on reading pages, where an island of 4 kB is allowed; more on the pages named above. */
const scriptBudget = ({ route }: Access) => (SCRIPT_BUDGETS[route] ?? 4) * KILOBYTE;

/** Light on a desk, dark on the narrowest phone. */
const VIEWS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 900 }, byView: false },
  { colorScheme: 'dark', viewport: { width: 320, height: 640 }, byView: true }
] as const;

const SECURITY_HEADERS = {
  'content-security-policy': /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(same-origin|no-referrer|strict-origin-when-cross-origin)$/,
  'content-type': /^text\/html/
};

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/**
 * Scrolled to its end: there a bar that stays at the foot of a narrow window stands in its own place. Before, it may lie
 * over half of a button, which is smaller to axe although one can scroll it clear.
 */
async function show(page: Page, { viewport, colorScheme }: (typeof VIEWS)[number]): Promise<void> {
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
}

/** No violation of axe in either view of the page that is open, and nothing wider than the window. */
async function expectAccessible(page: Page): Promise<void> {
  for (const view of VIEWS) {
    await test.step(`${view.colorScheme} at ${view.viewport.width} px`, async () => {
      await show(page, view);
      expect.soft(await findViolations(page, view)).toEqual([]);
      expect.soft(await scrollsSideways(page), 'scrolls sideways').toBe(false);
    });
  }
}

for (const access of ACCESS.filter(isPage)) {
  const asker = seenBy(access);
  if (asker === undefined) continue;
  test(`${access.route} is accessible in both themes and widths, safe and light`, async ({
    app,
    world,
    page
  }) => {
    const watched = watch(page, app.origin);
    await enterAs(page, world.askers[asker], app.origin);
    const response = await page.goto(world.pathOf(access.path ?? access.route));
    expect(response?.status()).toBe(200);
    const headers = response?.headers() ?? {};
    for (const [name, value] of Object.entries(SECURITY_HEADERS))
      expect.soft(headers[name], name).toMatch(value);
    expect.soft(await watched.scriptBytes(), 'bytes of script').toBeLessThanOrEqual(scriptBudget(access));
    await expectAccessible(page);
    expect.soft(watched.elsewhere).toEqual([]);
    expect.soft(watched.faults).toEqual([]);
  });
}

test('error pages and refused forms are accessible in both themes', async ({ app, world, page }) => {
  await enterAs(page, world.askers.clinician, app.origin);
  expect((await page.goto('/no-such-page'))?.status()).toBe(404);
  await expectAccessible(page);
  expect((await page.goto('/admin'))?.status()).toBe(403);
  await expectAccessible(page);
  expect((await page.goto('/attempts/not-a-uuid/1'))?.status()).toBe(404);
  await page.goto('/me/settings');
  await page.getByLabel('Given name').fill('');
  await page.getByRole('button', { name: /save/i }).click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expect(page).toHaveTitle(/^Error: /);
  await expectAccessible(page);
  await page.goto('/verify');
  await page.getByRole('button', { name: /check/i }).click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expectAccessible(page);
});

/** Flawed in the dark, in a narrow window, and in a way that every view has. */
const FLAWED = `<!doctype html><html lang="en"><title>Flawed</title>
  <style>
    body { background: #fff; color: #000 }
    button { width: 3rem; height: 3rem }
    @media (prefers-color-scheme: dark) { body { background: #000; color: #333 } }
    @media (max-width: 400px) { button { width: 9px; height: 9px; padding: 0; border: 0; margin: 0 } }
  </style>
  <main><h1>Flawed</h1><p>Hard to read in the dark.</p><input>
    <p><button aria-label="One"></button><button aria-label="Two"></button></p></main></html>`;

test('what only the dark or only a narrow window breaks is found, and what is always wrong once', async ({
  page
}) => {
  await page.setContent(FLAWED);
  const found: string[][] = [];
  for (const view of VIEWS) {
    await show(page, view);
    found.push((await findViolations(page, view)).map((violation) => violation.split(':')[0] ?? ''));
  }
  expect(found).toEqual([['label'], ['color-contrast', 'target-size']]);
});
