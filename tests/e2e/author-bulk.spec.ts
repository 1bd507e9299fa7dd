import type { Page } from '@playwright/test';
import { holderOf } from '../support/accounts.ts';
import { findViolations } from '../support/axe.ts';
import { enterAs } from '../support/journey.ts';
import { expect, test } from './fixtures.ts';

/** Axe finds nothing in the light and in the dark. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await findViolations(page, { byView: colorScheme === 'dark' }), colorScheme).toEqual([]);
  }
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

test('an educator sees what a change of several items would do, makes it, and takes it back', async ({
  app,
  page
}) => {
  const educator = await holderOf('educator', app);
  await enterAs(page, educator, app.origin);
  await page.goto('/author');
  const activity = await page.locator('a[href^="/author/activities/"]').first().getAttribute('href');
  const table = `${/\/author\/activities\/[0-9a-f-]{36}/.exec(activity ?? '')?.[0] ?? ''}/items`;
  await page.goto(`${table}?q=P0&type=single`);
  await page.getByText('Change several at once').click();
  await press(page, 'See what would change');
  await expect(page.getByRole('alert')).toContainText('Choose at least one item');
  await expectAccessible(page);

  await page.goto(`${table}?q=P0&type=single`);
  await page.getByText('Change several at once').click();
  await page.getByRole('radio', { name: /^All \d+ that match/ }).check();
  await page.getByLabel('What', { exact: true }).selectOption({ label: 'Add a tag' });
  await page.getByLabel('Tag', { exact: false }).last().fill('Spring check');
  await press(page, 'See what would change');
  await expect(page.getByRole('heading', { name: 'This is what will happen' })).toBeVisible();
  await expectAccessible(page);
  const change = page.getByRole('button', { name: /^Change \d+ items$/ });
  const count = /\d+/.exec((await change.textContent()) ?? '')?.[0] ?? '';
  await change.click();
  await expect(page.getByRole('status').first()).toContainText(`Changed: ${count} items`);

  await page.goto(`${table}?tag=spring+check`);
  await expect(page.getByText(`${count} items match`)).toBeVisible();
  await press(page, /^Undo ?: Tag added: spring check$/);
  await expect(page.getByRole('status').first()).toContainText(`Undone for ${count} items`);
  await page.goto(`${table}?tag=spring+check`);
  await expect(page.getByText('No items match these filters.')).toBeVisible();
});
