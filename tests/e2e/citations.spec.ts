import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const SECTION = '/activities/resistance-to-immunotherapy/lesson/overview';

/** Opens a section by its address, through the gate, as somebody who follows a link does. */
async function openSection(page: Page): Promise<void> {
  await page.goto(SECTION);
  await page.getByRole('button', { name: 'I am a healthcare professional' }).click();
  await expect(page).toHaveURL(SECTION);
  // The address is new before the page's script has run.
  await page.waitForLoadState();
}

test('without JavaScript a citation leads to its reference, and the reference back to the text', async ({
  browser,
  app
}) => {
  const context = await browser.newContext({ baseURL: app.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await openSection(page);
  await page.locator('#cite-3-1').click();
  await expect(page).toHaveURL(`${SECTION}#ref-3`);
  await page.getByLabel('Mention 1 of reference 3').click();
  await expect(page).toHaveURL(`${SECTION}#cite-3-1`);
  await context.close();
});

test.describe('with JavaScript', () => {
  test('a citation shows its reference beside the number; Escape closes it and gives the focus back', async ({
    page
  }) => {
    await openSection(page);
    const citation = page.locator('#cite-2-2');
    await citation.focus();
    await page.keyboard.press('Enter');
    const shown = page.getByRole('dialog', { name: 'Reference 2' });
    await expect(shown).toContainText('Chen DS, Mellman I.');
    await expect(shown.getByRole('link', { name: /^doi:/ })).toHaveAttribute(
      'href',
      /^https:\/\/doi\.org\/10\./
    );
    await page.keyboard.press('Escape');
    await expect(shown).toBeHidden();
    await expect(citation).toBeFocused();
  });

  test('the way on leads to the entry in the list', async ({ page }) => {
    await openSection(page);
    await page.locator('#cite-3-1').click();
    await page.getByRole('link', { name: 'Go to reference 3' }).click();
    await expect(page).toHaveURL(`${SECTION}#ref-3`);
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('loads at most 4 kB of script, and nothing from elsewhere', async ({ page, app }) => {
    const scripts: number[] = [];
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(app.origin)) elsewhere.push(request.url());
    });
    page.on('requestfinished', async (request) => {
      if (request.resourceType() === 'script') scripts.push((await request.sizes()).responseBodySize);
    });
    await openSection(page);
    await expect.poll(() => scripts).toHaveLength(1);
    expect(scripts[0]).toBeLessThan(4_000);
    expect(elsewhere).toEqual([]);
  });
});
