import type { Browser, Page } from '@playwright/test';
import { holderOf } from '../support/accounts.ts';
import { findViolations } from '../support/axe.ts';
import { findItem } from '../support/find-item.ts';
import { enterAs } from '../support/journey.ts';
import type { RunningApp } from '../support/running-app.ts';
import type { Visitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

type Opening = { app: RunningApp; browser: Browser; visitor: Visitor; isPlain?: boolean };

/** A window of somebody who is signed in: a wide one without JavaScript (`isPlain`), or a dark phone with it. */
async function openAs({ app, browser, visitor, isPlain = false }: Opening): Promise<Page> {
  const context = await browser.newContext({
    baseURL: app.origin,
    colorScheme: isPlain ? 'light' : 'dark',
    viewport: { width: isPlain ? 1280 : 320, height: 800 },
    javaScriptEnabled: !isPlain
  });
  const page = await context.newPage();
  await enterAs(page, visitor, app.origin);
  return page;
}

/** Axe needs JavaScript; the pages are the same without. */
async function expectAccessible(page: Page): Promise<void> {
  expect.soft(await findViolations(page), page.url()).toEqual([]);
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('an item goes from its author through a reviewer, back, and to learners, without JavaScript', async ({
  app,
  browser
}) => {
  const [ana, ben] = [await holderOf('educator', app), await holderOf('educator', app)];
  const item = await findItem(ana, 'P12');
  const author = await openAs({ app, browser, visitor: ana, isPlain: true });
  const reviewer = await openAs({ app, browser, visitor: ben });
  await author.goto(item);
  await press(author, 'Edit: start version 2');
  await press(author, 'Submit for review');
  await expect(author.getByRole('status').first()).toContainText('Given to its reviewers');

  await reviewer.goto('/author/review');
  await expectAccessible(reviewer);
  await region(reviewer, 'Waits for your review').getByRole('link', { name: /^P12/ }).click();
  const review = reviewer.url();
  await expect(reviewer.getByRole('heading', { name: 'What changed since version 1' })).toBeVisible();
  await press(reviewer, 'Ask for changes');
  await expect(reviewer.getByRole('alert')).toContainText('Say what is to change');
  await expectAccessible(reviewer);
  await reviewer.getByRole('link', { name: 'Comment on option B' }).click();
  await expect(reviewer.getByLabel('Place')).toHaveValue('option:b');
  await reviewer.getByLabel('Comment', { exact: true }).fill('Too close to the key.');
  await press(reviewer, 'Ask for changes');
  await expect(reviewer.getByRole('alert')).toContainText('This comment is not added yet');
  await press(reviewer, 'Add comment');
  await expect(reviewer.getByText('Too close to the key.', { exact: true })).toBeVisible();
  await expectAccessible(reviewer);
  await press(reviewer, 'Ask for changes');
  await expect(reviewer.getByRole('status')).toContainText('Sent back to its author');

  await author.goto('/author/review');
  await region(author, 'Sent back to you').getByRole('link', { name: /^P12/ }).click();
  await expect(author).toHaveURL(item);
  await press(author, /^Mark as dealt with/);
  await expect(author.getByText(/^Dealt with by/)).toBeVisible();
  await author.locator('#keyPoint').fill('A sharper key point.');
  await author.getByRole('button', { name: 'Save draft' }).last().click();
  await press(author, 'Submit for review');

  await author.goto(review);
  await expect(author.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
  await reviewer.goto(review);
  await reviewer.getByLabel('Note (optional)').fill('Clear now.');
  await press(reviewer, 'Approve version 2');
  await expect(reviewer.getByRole('status')).toContainText('Your approval is recorded');

  await author.goto('/author/review');
  await region(author, 'Approved, ready to publish').getByRole('link', { name: /^P12/ }).click();
  await press(author, 'Publish version 2');
  await expect(author.getByRole('status')).toContainText('Published');
  await author.goto(`${item}/history`);
  await expect(author.getByRole('heading', { name: /Version 1.*Retired/ })).toBeVisible();
  await expect(author.getByText('“Clear now.”')).toBeVisible();
  await author.getByRole('link', { name: 'What changed since version 1' }).click();
  await expect(author.getByRole('heading', { level: 2 })).toHaveText('Key point');
  await expect(author.locator('ins').first()).toContainText('A sharper');
  await author.context().close();
  await reviewer.context().close();
});

test('an item is retired after a warning of what cannot be drawn any more', async ({ app, browser }) => {
  const visitor = await holderOf('educator', app);
  const item = await findItem(visitor, 'P11');
  const page = await openAs({ app, browser, visitor });
  await page.goto(item);
  await page.getByRole('link', { name: 'Retire version 1' }).click();
  await expect(page.getByText(/asks for \d+ items?, \d+ would be left/).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Keep it live' }).click();
  await expect(page).toHaveURL(item);
  await page.context().close();
});

test('an admin says how many approvals an item needs, and is told which numbers there are', async ({
  app,
  browser
}) => {
  const page = await openAs({ app, browser, visitor: app.admin });
  await page.goto('/admin');
  await page.getByRole('link', { name: 'Settings' }).click();
  const needed = page.getByLabel('Approvals needed before an item is published');
  await needed.fill('none');
  await press(page, 'Save the settings of review');
  await expect(page.getByRole('alert')).toContainText('Enter a number of approvals from 1 to 5');
  await expect(needed).toHaveValue('none');
  await expectAccessible(page);
  for (const number of ['2', '1']) {
    await needed.fill(number);
    await press(page, 'Save the settings of review');
    await expect(page.getByRole('status')).toContainText('Saved');
    await expect(needed).toHaveValue(number);
  }
  await page.context().close();
});
