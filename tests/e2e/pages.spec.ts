import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ACCESS } from '../support/access-matrix.ts';
import { ASKERS, type Access, type Asker } from '../support/access-verdicts.ts';
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
  '/me/settings/security': 6,
  '/sign-in/second-factor': 6,
  '/author/items/[id]': 130,
  '/author/activities/[id]/lesson/[section]': 130
};

/** ux.md §7: none required on reading pages, where an island of 4 kB is allowed; more on the pages named above. */
const scriptBudget = ({ route }: Access) => (SCRIPT_BUDGETS[route] ?? 4) * KILOBYTE;

/** The rules that the theme or the width can break; the others judge the same page in every view. */
const BY_VIEW = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/** Light on a desk, dark on the narrowest phone. */
const VIEWS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 900 }, rules: null },
  { colorScheme: 'dark', viewport: { width: 320, height: 640 }, rules: BY_VIEW }
] as const;

const SECURITY_HEADERS = {
  'content-security-policy': /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(same-origin|no-referrer|strict-origin-when-cross-origin)$/,
  'content-type': /^text\/html/
};

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** No violation of axe, of whatever impact, and nothing wider than the window. */
async function expectAccessible(page: Page, rules: readonly string[] | null = null): Promise<void> {
  // In one window, which is faster: no frame of ours is of another origin.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      ...(rules === null ? {} : { runOnly: { type: 'rule', values: [...rules] } })
    })
    .analyze();
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`);
  expect.soft(found).toEqual([]);
  expect.soft(await scrollsSideways(page), 'scrolls sideways').toBe(false);
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
    for (const view of VIEWS) {
      await test.step(`${view.colorScheme} at ${view.viewport.width} px`, async () => {
        await page.setViewportSize(view.viewport);
        await page.emulateMedia({ colorScheme: view.colorScheme });
        await expectAccessible(page, view.rules);
      });
    }
    expect.soft(watched.elsewhere).toEqual([]);
    expect.soft(watched.faults).toEqual([]);
  });
}

test('error pages and refused forms are accessible in both themes', async ({ app, world, page }) => {
  await enterAs(page, world.askers.clinician, app.origin);
  for (const { colorScheme, viewport } of VIEWS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
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
  }
});
