import type { Page } from '@playwright/test';
import { openDatabase } from '#lib/server/db/index.ts';
import { findViolations } from '../support/axe.ts';
import { makeCommittedLearner, sendLetter } from '../support/followed-up.ts';
import { startApp } from '../support/running-app.ts';
import { expect, freshDatabase, test } from './fixtures.ts';

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await findViolations(page, { byView: colorScheme === 'dark' }), colorScheme).toEqual([]);
  }
}

/** On PostgreSQL, where the test can let weeks pass beside the running program. */
test('a learner answers a letter of 60 days later without signing in, and stops the letters', async ({
  browser
}) => {
  const database = await freshDatabase('postgres');
  const app = await startApp(database);
  const opened = await openDatabase({ databaseUrl: database.variables['DATABASE_URL'] ?? null, dataDir: '' });
  const learner = await makeCommittedLearner(opened.db, { consent: 'yes' });
  const { token, stopToken } = await sendLetter(opened.db, learner, app.origin);
  const viewport = { width: 360, height: 800 };
  const context = await browser.newContext({ baseURL: app.origin, viewport });
  const page = await context.newPage();

  expect((await page.goto(`/follow-up/${token}`))?.status()).toBe(200);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send answers' }).click();
  await expect(page.getByRole('link', { name: 'Answer at least one of the questions' })).toBeVisible();
  await page.getByRole('group', { name: 'Call the laboratory first' }).getByLabel('Partly').check();
  await page.getByRole('button', { name: 'Send answers' }).click();
  await expect(page.getByRole('status')).toContainText('Thank you');
  await expect(page.getByText('Partly')).toBeVisible();
  await page.getByText('1. ').first().click();
  await expect(page.getByText('References').first()).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/unsubscribe/${stopToken}`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stop these letters' }).click();
  await expect(page.getByRole('status')).toContainText('Done');
  const oneClick = await fetch(`${app.origin}/unsubscribe/${stopToken}`, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  });
  expect(oneClick.status).toBe(200);

  await context.close();
  await opened.close();
  await app.stop();
  await database.remove();
});
