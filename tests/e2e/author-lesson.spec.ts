import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { holderOf } from '../support/accounts.ts';
import { importCopy } from '../support/activity-by-import.ts';
import { findViolations } from '../support/axe.ts';
import { enterAs } from '../support/journey.ts';
import { watch } from '../support/page-watch.ts';
import type { RunningApp } from '../support/running-app.ts';
import type { Visitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

type Opening = {
  app: RunningApp & { admin: Visitor };
  browser: Browser;
  educator?: Visitor;
  options?: BrowserContextOptions;
};

async function openEducator({ app, browser, educator, options = {} }: Opening): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.origin, ...options });
  const page = await context.newPage();
  await enterAs(page, educator ?? (await holderOf('educator', app)), app.origin);
  return page;
}

const text = (page: Page) => page.getByRole('textbox', { name: 'Text, in Markdown' });

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await findViolations(page, { byView: colorScheme === 'dark' }), colorScheme).toEqual([]);
  }
  expect
    .soft(
      await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    )
    .toBe(false);
}

test('an educator writes a section without JavaScript: text, passage, drawing, preview', async ({
  app,
  browser
}) => {
  const page = await openEducator({ app, browser, options: { javaScriptEnabled: false } });
  const home = await importCopy(page);
  await page.goto(`${home}/lesson`);
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Add section' }) });
  await form.getByRole('button', { name: 'Add section' }).click();
  await expect(page.getByRole('link', { name: 'Enter a title for the section' })).toBeVisible();
  await form.getByLabel('Title').fill('Adaptive resistance');
  await form.getByLabel('Minutes').fill('2');
  await form.getByLabel(/^LO1/).check();
  await form.getByRole('button', { name: 'Add section' }).click();
  await page.getByRole('link', { name: 'Adaptive resistance' }).click();
  await text(page).fill('Resistance may be adaptive [@sharma2017].\n\n<b>Not shown</b> [@nobody1999]');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('link', { name: 'Reference 3', exact: true })).toBeVisible();
  await expect(page.getByText('Line 3: HTML is not shown to learners.')).toBeVisible();
  await expect(page.getByText('The library holds no reference with the key nobody1999.')).toBeVisible();
  await page.getByLabel('The passage that the text leans on').fill('Adaptive resistance is …');
  await page.getByText('Add or replace a drawing').click();
  await page.getByRole('button', { name: 'Add the drawing and save' }).click();
  await expect(page.getByRole('link', { name: 'Enter a caption' })).toBeVisible();
  await page.getByLabel('Name, if it is new').fill('adaptive');
  await page.getByLabel('What it shows, if it is new').fill('A circle');
  await page.getByLabel('Caption, if it is new').fill('A circle with "quotes"');
  await page
    .getByLabel('Or the SVG itself')
    .fill('<svg viewBox="0 0 9 9"><script>alert(1)</script><circle cx="4" cy="4" r="3"/></svg>');
  await page.getByRole('button', { name: 'Add the drawing and save' }).click();
  await expect(page.getByRole('img', { name: 'A circle' })).toBeVisible();
  await expect(page.getByText('A circle with "quotes".')).toBeVisible();
  expect(await page.locator('figure script').count()).toBe(0);
  await page.reload();
  await expect(text(page)).toHaveValue(/:::figure\{id="adaptive" alt="A circle"/);
  await expect(page.getByLabel('The passage that the text leans on')).toHaveValue('Adaptive resistance is …');
});

test('a section saves itself, its preview follows, and a lost connection or a colleague loses nothing', async ({
  app,
  browser
}) => {
  const educator = await holderOf('educator', app);
  const first = await openEducator({ app, browser, educator, options: { colorScheme: 'dark' } });
  const watched = watch(first, app.origin);
  const home = await importCopy(first);
  const address = `${home}/lesson/summary`;
  await first.goto(address);
  expect.soft(await watched.scriptBytes(), 'bytes of script').toBeLessThanOrEqual(130 * 1024);
  await expect(first.getByRole('button', { name: 'Cite a reference' })).toBeVisible();
  await text(first).press('ControlOrMeta+End');
  await first.keyboard.type(' Written by hand [');
  await first.getByRole('combobox', { name: 'Author, year, title or key' }).fill('day');
  await first.keyboard.press('Enter');
  await expect(text(first)).toHaveValue(/Written by hand \[@day2016\]$/);
  await expect(first.getByRole('region', { name: 'Preview' }).getByText('Written by hand')).toBeVisible();
  const passage = first.locator('#passage-day2016');
  await passage.pressSequentially('It');
  await expect(passage, 'stays open while it is typed').toHaveValue('It');
  await text(first).press('ControlOrMeta+End');
  await expect(first.getByText(/Saved \d\d:\d\d/)).toBeVisible();

  await first.context().setOffline(true);
  await first.keyboard.type(' Offline.');
  await first.getByRole('button', { name: 'Save section' }).click();
  await expect(first.getByText(/kept on this device/)).toBeVisible();
  // The tab is closed before the browser is online again.
  const context = first.context();
  await first.close();
  await context.setOffline(false);
  const page = await context.newPage();
  await page.goto(address);
  await page.getByRole('button', { name: 'Restore what was not saved' }).click();
  await page.getByRole('button', { name: 'Save section' }).click();
  await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible();

  const other = await openEducator({ app, browser });
  await other.goto(address);
  await expect(text(other)).toHaveValue(/Offline\.$/);
  await text(other).fill('Theirs.');
  await other.getByRole('button', { name: 'Save section' }).click();
  await expect(other.getByText(/Saved \d\d:\d\d/)).toBeVisible();
  await text(page).fill('Mine.');
  await page.getByRole('button', { name: 'Save section' }).click();
  await expect(page.getByRole('textbox', { name: /^The text of/ })).toHaveValue('Theirs.');
  await expect(text(page)).toHaveValue('Mine.');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save mine instead' }).click();
  await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible();
  await page.goto(`${home}/lesson`);
  await expectAccessible(page);
  expect(watched.elsewhere).toEqual([]);
});
