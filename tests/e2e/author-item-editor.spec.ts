import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { ITEM_TYPES } from '#lib/domain/question-bank/item-types.ts';
import { holderOf } from '../support/accounts.ts';
import { findViolations } from '../support/axe.ts';
import {
  beginItem,
  citeReference,
  completeItem,
  newItemAddress,
  saveItem,
  scripted
} from '../support/item-writing.ts';
import { enterAs } from '../support/journey.ts';
import { watch } from '../support/page-watch.ts';
import type { RunningApp } from '../support/running-app.ts';
import type { Visitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

type App = RunningApp & { admin: Visitor };
type Opening = { app: App; browser: Browser; visitor?: Visitor; options?: BrowserContextOptions };

/** A browser of an educator, and where they begin an item. */
async function openEducator({ app, browser, visitor, options = {} }: Opening) {
  const educator = visitor ?? (await holderOf('educator', app));
  const context = await browser.newContext({ baseURL: app.origin, ...options });
  const page = await context.newPage();
  await enterAs(page, educator, app.origin);
  return { page, address: await newItemAddress(educator) };
}

async function expectAccessible(page: Page, colorScheme: 'light' | 'dark', what: string): Promise<void> {
  await page.emulateMedia({ colorScheme });
  expect.soft(await findViolations(page), `${what}, ${colorScheme}`).toEqual([]);
}

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

/** Tab by Tab to a field, as somebody without a mouse gets there. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let press = 0; press < 120; press += 1) {
    if ((await focusedId(page)) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${id}.`);
}

test('an educator writes an item of each type, whole and without a flaw', async ({ app, browser }) => {
  const { page, address } = await openEducator({ app, browser });
  for (const { id: type } of ITEM_TYPES) {
    await beginItem(page, address, type);
    await scripted(page);
    await completeItem(page, type);
    await citeReference(page, 'sharma 2017');
    await saveItem(page);
    await page.reload();
    await expect(page.getByLabel('The one line that should stay')).toHaveValue('Lost later: acquired.');
    await expect(page.getByLabel('Passage', { exact: true })).toHaveValue(/^Resistance that follows/);
    const errors = await page.locator('#findings ~ ul li.error, #still-to-write').allInnerTexts();
    expect.soft(errors, type).toEqual([]);
  }
  await page.context().close();
});

test('an item is written by the keyboard alone, and cited where the caret stands', async ({
  app,
  browser
}) => {
  const { page, address } = await openEducator({ app, browser });
  await beginItem(page, address, 'single');
  await scripted(page);
  await tabTo(page, 'objective');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'vignette');
  await page.keyboard.type('A man of 58 responds for 11 months [');
  await expect(page.getByLabel('Author, year, title or key')).toBeFocused();
  await page.keyboard.type('sharma');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Vignette')).toHaveValue('A man of 58 responds for 11 months [@sharma2017]');
  await page.keyboard.type('.');
  for (const letter of ['a', 'b', 'c', 'd']) {
    await tabTo(page, `option-${letter}-rationale`);
    await page.keyboard.type(`The course of this disease tells, ${letter}.`);
  }
  await tabTo(page, 'add-option');
  await page.keyboard.press('Enter');
  await expect(page.locator('#option-e-text')).toBeFocused();
  await page.keyboard.type('Stable disease');
  await tabTo(page, 'citation-1-passage');
  await page.keyboard.type('Resistance that follows a response is acquired.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible();
  await page.reload();
  await expect(page.locator('#option-e-text')).toHaveValue('Stable disease');
  await page.context().close();
});

test('without JavaScript every button of the editor does its work, and nothing typed is lost', async ({
  app,
  browser
}) => {
  const { page, address } = await openEducator({ app, browser, options: { javaScriptEnabled: false } });
  const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
  await beginItem(page, address, 'single');
  await page.locator('#option-b-rationale').fill('It never responded.');
  await press('Add an option');
  await page.locator('#option-e-text').fill('Stable disease');
  await press('Move option B up');
  await expect(page.locator('[name="option-b-rationale"]')).toHaveValue('It never responded.');
  await expect(page.locator('[name$="-text"]').first()).toHaveValue('Primary resistance');
  await page.getByLabel('Key: option B').check();
  await page.getByLabel('Reference', { exact: true }).selectOption({ index: 3 });
  await press('Add citation');
  await page.getByLabel('Passage', { exact: true }).fill('Lost later.');
  await press('Remove option E');
  await expect(page.locator('#option-e-text')).toHaveCount(0);
  await page.getByLabel('Type').selectOption('true-false');
  await press('Change type');
  await expect(page.getByLabel('Passage', { exact: true })).toHaveValue('Lost later.');
  await page.getByLabel(/^Address of the passage/).fill('not an address');
  await page.getByLabel('The one line that should stay').fill('Kept.');
  await page.getByLabel('The one line that should stay').press('Tab');
  await page.locator('#save').click();
  await expect(page.getByRole('alert')).toContainText('Begin the address with https://');
  await expect(page.getByLabel('The one line that should stay')).toHaveValue('Kept.');
  await page.getByRole('link', { name: /before the type was changed/ }).click();
  await expect(page.getByText('It never responded.')).toBeVisible();
  await page.context().close();
});

test('two browsers on one item: both versions are shown, and the one not chosen can be read again', async ({
  app,
  browser
}) => {
  const [ana, ben] = [await openEducator({ app, browser }), await openEducator({ app, browser })];
  await beginItem(ana.page, ana.address, 'single');
  await scripted(ana.page);
  await ben.page.goto(ana.page.url());
  await scripted(ben.page);
  const point = 'The one line that should stay';
  await ana.page.getByLabel(point).fill('Ana says so.');
  await saveItem(ana.page);
  await ben.page.getByLabel(point).fill('Ben says so.');
  await ben.page.locator('#save').click();
  const conflict = ben.page.getByRole('region', { name: /saved this item while you were writing/ });
  await expect(conflict).toBeFocused();
  await expect(conflict).toContainText('Ana says so.');
  await expect(conflict).toContainText('Ben says so.');
  await expect(ben.page.getByLabel(point)).toHaveValue('Ben says so.');
  await expectAccessible(ben.page, 'dark', 'conflict');
  await ben.page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(ben.page.getByText(/Saved \d\d:\d\d/)).toBeVisible();
  await ana.page.getByLabel(point).fill('Ana insists.');
  await ana.page.locator('#save').click();
  await ana.page.getByRole('button', { name: 'Take theirs' }).click();
  await expect(ana.page.getByLabel(point)).toHaveValue('Ben says so.');
  await ana.page.getByRole('link', { name: /set aside/ }).click();
  await expect(ana.page.getByText('Ana insists.')).toBeVisible();
  await ana.page.context().close();
  await ben.page.context().close();
});

test('a cut connection or a closed browser loses nothing', async ({ app, browser }) => {
  const visitor = await holderOf('educator', app);
  const { page, address } = await openEducator({ app, browser, visitor });
  const context = page.context();
  const point = 'The one line that should stay';
  await beginItem(page, address, 'single');
  await scripted(page);
  await context.setOffline(true);
  await page.getByLabel(point).fill('Written on a train.');
  await page.getByLabel(point).blur();
  await expect(page.getByText(/What you wrote is kept on this device/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible();

  await context.setOffline(true);
  await page.getByLabel(point).fill('Written in a tunnel.');
  const item = page.url();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(item);
  await again.getByRole('button', { name: 'Restore what was not saved' }).click();
  await expect(again.getByLabel(point)).toHaveValue('Written in a tunnel.');
  await saveItem(again);

  await context.clearCookies({ name: 'session' });
  await again.getByLabel(point).fill('Written after the session ended.');
  await again.locator('#save').click();
  await expect(again.getByText(/Not saved: you were signed out/)).toBeVisible();
  await enterAs(again, visitor, app.origin);
  await again.goto(item);
  await again.getByRole('button', { name: 'Restore what was not saved' }).click();
  await expect(again.getByLabel(point)).toHaveValue('Written after the session ended.');
  await context.close();
});

test('the editor is accessible in both themes, at 320 px too, with at most 130 kB of script', async ({
  app,
  browser
}) => {
  const visitor = await holderOf('educator', app);
  const { page: first, address } = await openEducator({ app, browser, visitor });
  await beginItem(first, address, 'matching');
  const item = first.url();
  await first.context().close();

  const { page } = await openEducator({ app, browser, visitor });
  const watched = watch(page, app.origin);
  await page.goto(item);
  await scripted(page);
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Save and continue' })).toBeVisible();
  const bytes = await watched.scriptBytes();
  test.info().annotations.push({ type: 'bytes of script', description: String(bytes) });
  expect(bytes).toBeLessThanOrEqual(130 * 1024);
  await citeReference(page, 'chen');
  await expectAccessible(page, 'light', 'phone');
  await page.getByRole('button', { name: 'Dark', exact: true }).click();
  await expect(page.frameLocator('iframe').getByRole('button', { name: 'Save and continue' })).toBeVisible();
  const ground = page.frameLocator('iframe').locator('html');
  await expect(ground).toHaveCSS('background-color', 'rgb(14, 20, 28)');
  await expectAccessible(page, 'dark', 'dark phone');
  await page.getByRole('button', { name: 'Phone', exact: true }).click();
  await expect(ground).toHaveCSS('background-color', 'rgb(251, 250, 247)');
  await page.getByRole('button', { name: 'Screen reader', exact: true }).click();
  await expect(page.getByText(/^Group, heading level 1/)).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByRole('button', { name: 'Cite a reference' }).click();
  await expectAccessible(page, 'light', 'picker');
  const isWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(await isWide(), 'scrolls sideways').toBe(false);
  expect(watched.faults).toEqual([]);
  expect(watched.elsewhere).toEqual([]);
  await page.context().close();
});
