import { newAccount, signUpByHttp } from '../support/accounts.ts';
import { enterAs, passGate, signUp } from '../support/journey.ts';
import { expect, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false });

test('a long form comes back when the session has ended, and is saved after signing in elsewhere', async ({
  app,
  page,
  context
}) => {
  await passGate(page, '/activities/resistance-to-immunotherapy/lesson/overview');
  const account = await signUp(page);
  await page.goto('/me/settings');
  await page.getByLabel('Specialty').fill('Thoracic oncology; β-catenin "fan"');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Please sign in again');

  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in (opens a new tab)' }).click()
  ]);
  await tab.getByLabel('E-mail address').fill(account.email);
  await tab.getByLabel('Password').fill(account.password);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await expect(tab).toHaveURL(/\/me$/);

  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page).toHaveURL(`${app.origin}/me/settings?saved`);
  await expect(page.getByLabel('Specialty')).toHaveValue('Thoracic oncology; β-catenin "fan"');
});

test('what was written cannot be turned into script or another address by the page that gives it back', async ({
  app
}) => {
  const somebody = await signUpByHttp(app.origin, newAccount());
  await somebody.post('/sign-out');
  const hostile = '"><script>alert(1)</script>';
  const { status, body } = await somebody.post('/me/settings?x="><img>', { specialty: hostile });
  expect(status).toBe(401);
  expect(body).not.toContain('<script>alert');
  expect(body).not.toContain('"><img>');
});

test.describe('with JavaScript', () => {
  test.use({ javaScriptEnabled: true });

  test('what was written stays on its page where it is sent without a network', async ({
    app,
    page,
    context
  }) => {
    await enterAs(page, await signUpByHttp(app.origin, newAccount()), app.origin);
    await page.goto('/me/settings');
    await page.getByLabel('Specialty').fill('Thoracic oncology');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('You are offline, so this was not sent.')).toBeVisible();
    await expect(page.getByLabel('Specialty')).toHaveValue('Thoracic oncology');
    await context.setOffline(false);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(`${app.origin}/me/settings?saved`);
  });
});
