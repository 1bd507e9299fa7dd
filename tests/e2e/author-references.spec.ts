import type { Browser, Page } from '@playwright/test';
import { holderOf } from '../support/accounts.ts';
import { findViolations } from '../support/axe.ts';
import { ACTIVITY, enterAs } from '../support/journey.ts';
import type { RunningApp } from '../support/running-app.ts';
import type { Visitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

type Opening = { app: RunningApp; browser: Browser; visitor: Visitor; javaScriptEnabled: boolean };

async function openAs({ app, browser, visitor, javaScriptEnabled }: Opening): Promise<Page> {
  const viewport = { width: 320, height: 800 };
  const context = await browser.newContext({ baseURL: app.origin, viewport, javaScriptEnabled });
  const page = await context.newPage();
  await enterAs(page, visitor, app.origin);
  return page;
}

async function expectAccessible(page: Page): Promise<void> {
  expect.soft(await findViolations(page), page.url()).toEqual([]);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** As an admin does it, without JavaScript. */
async function switchLookUp(admin: Page, isOn: boolean): Promise<void> {
  await admin.goto('/admin/settings');
  await admin.getByLabel('Let educators look references up on the web').setChecked(isOn);
  await press(admin, 'Save the settings of the library');
  await expect(admin.getByRole('status').first()).toContainText('Saved');
}

test('a reference is typed in, judged and looked up only where an admin allows it, without JavaScript', async ({
  app,
  browser
}) => {
  const visitor = await holderOf('educator', app);
  const page = await openAs({ app, browser, visitor, javaScriptEnabled: false });
  const admin = await openAs({ app, browser, visitor: app.admin, javaScriptEnabled: false });
  await page.goto('/author/references/new');
  await expect(page.getByRole('button', { name: 'Look up' })).toHaveCount(0);
  await page.getByRole('textbox', { name: /^Authors/ }).fill('{Merck, Inc}\nvan der Berg, Jan');
  await press(page, 'Add the reference');
  await expect(page.getByRole('alert')).toContainText('Enter the title');
  await expect(page.getByRole('textbox', { name: /^Authors/ })).toHaveValue(
    '{Merck, Inc}\nvan der Berg, Jan'
  );
  await page.getByRole('textbox', { name: /^Title/ }).fill('A monograph of its own');
  await press(page, 'Add the reference');
  await expect(page.getByText('Merck, Inc, van der Berg J. A monograph of its own.')).toBeVisible();
  await expect(page.getByText('Never checked on the web.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check status now' })).toHaveCount(0);

  await page.getByLabel('What kind of evidence it is').selectOption('guideline');
  await page.getByLabel('Look at it again by').fill('2030-01-31');
  await press(page, 'Save evidence');
  await expect(page.getByRole('status').first()).toContainText('Saved');
  await expect(page.getByLabel('What kind of evidence it is')).toHaveValue('guideline');
  const own = page.url();

  await switchLookUp(admin, true);
  await page.goto(own);
  await press(page, 'Check status now');
  await expect(page.getByRole('alert')).toContainText('It has neither a DOI nor a PMID');
  await page.goto('/author/references/new');
  await page.getByLabel('DOI or PMID').fill('nature21349');
  await press(page, 'Look up');
  await expect(page.getByRole('alert')).toContainText('Enter a DOI such as');
  await expect(page.getByLabel('DOI or PMID')).toHaveValue('nature21349');
  await switchLookUp(admin, false);
});

test('a retraction is seen in the queue and by learners, until the reference stands again', async ({
  app,
  browser
}) => {
  const visitor = await holderOf('educator', app);
  const page = await openAs({ app, browser, visitor, javaScriptEnabled: true });
  const setStatus = async (status: string, note: string) => {
    await page.goto('/author/references?q=bindea2013');
    await page.getByRole('link', { name: 'bindea2013' }).click();
    await page.getByLabel('Status', { exact: true }).selectOption(status);
    await page.getByRole('textbox', { name: /^Note/ }).fill(note);
    await press(page, 'Save status');
  };
  await setStatus('retracted', '');
  await expect(page.getByRole('alert')).toContainText('Say what its journal says');
  await expectAccessible(page);
  await setStatus('retracted', 'Immunity, 2026.');
  await expect(page.getByRole('status').first()).toContainText('Saved');
  await page.goto('/author/review');
  for (const what of ['Items', 'Sections'])
    await expect(page.getByRole('region', { name: `${what} that cite a reference in doubt` })).toContainText(
      'bindea2013'
    );
  await page.goto(`${ACTIVITY}/lesson/overview`);
  await page.waitForLoadState();
  await page.locator('#cite-1-1').press('Enter');
  await expect(page.getByRole('dialog', { name: 'Reference 1' })).toContainText('Retracted');
  await setStatus('current', '');
  await expect(page.getByRole('status').first()).toContainText('Saved');
  await page.goto('/author/review');
  await expect(page.getByText('bindea2013')).toHaveCount(0);
});
