import type { Browser, Page } from '@playwright/test';
import { holderOf, newAccount, signUpByHttp } from '../support/accounts.ts';
import { makeFirstAdmin } from '../support/first-admin.ts';
import { ACTIVITY, enterAs } from '../support/journey.ts';
import { startApp } from '../support/running-app.ts';
import type { Visitor } from '../support/visitor.ts';
import { expect, freshDatabase, test } from './fixtures.ts';

async function openAs(browser: Browser, origin: string, visitor: Visitor): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await enterAs(page, visitor, origin);
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

/** The educator opens the working copy and declares to have no relationships; gives its address. */
async function startWorkingCopy(page: Page): Promise<string> {
  await page.goto('/author');
  await page.locator('a[href^="/author/activities/"]:not([href$="/new"])').first().click();
  await press(page, 'Start the next version');
  const home = new URL(page.url()).pathname;
  await page.goto(`${home}/disclosures`);
  await page.getByRole('link', { name: /^Edit the declaration of Ana Müller/ }).click();
  await page.getByLabel('What the person does').fill('Planner');
  await page.getByLabel(/^Declared on/).fill(new Date().toISOString().slice(0, 10));
  await press(page, 'Save declaration');
  return home;
}

async function recordProvider(page: Page): Promise<void> {
  await page.goto('/admin/accreditation/provider');
  await page.getByLabel('Name').fill('Example University');
  await page.getByLabel('Accredited by').selectOption('Joint Accreditation');
  await press(page, 'Save provider');
  await expect(page.getByRole('alert')).toContainText('Write the ID that the accreditor gave');
  await expect(page.getByLabel('Name')).toHaveValue('Example University');
  await page.getByLabel('Provider ID').fill('0001234');
  await page.getByLabel('Address').fill('1 Example Street, Springfield');
  await page.getByLabel('Contact').fill('cme@example.org');
  await press(page, 'Save provider');
  await expect(page.getByRole('status')).toContainText('Saved');
}

async function whatTheyGet(browser: Browser, origin: string, profession: string): Promise<string> {
  const visitor = await signUpByHttp(origin, newAccount({ profession, country: 'US' }));
  const page = await openAs(browser, origin, visitor);
  await page.goto(ACTIVITY);
  return page.locator('#what-you-get + div').innerText();
}

test('an admin leaves demonstration only with everything filled in, and then each profession gets its own @both', async ({
  browser,
  databaseKind
}) => {
  test.setTimeout(120_000);
  const database = await freshDatabase(databaseKind);
  const app = await startApp(database);
  const { origin } = app;
  const admin = await makeFirstAdmin(app);
  const educator = await holderOf('educator', { origin, admin });
  const author = await openAs(browser, origin, educator);
  const office = await openAs(browser, origin, admin);
  const home = await startWorkingCopy(author);
  const setUp = home.replace('/author/', '/admin/accreditation/');

  await office.goto(setUp);
  await expect(office.getByText('No provider is recorded')).toBeVisible();
  expect((await admin.post(`${setUp}?/attest`, { attested: 'yes', wording: 'I attest.' })).status).toBe(409);
  await recordProvider(office);
  await office.goto(setUp);
  await office.getByRole('checkbox', { name: 'AMA PRA Category 1 Credit™', exact: true }).check();
  await office.getByRole('checkbox', { name: 'ANCC contact hours' }).check();
  await office.getByLabel('Maximum of AMA PRA Category 1 Credit™').fill('2');
  await press(office, 'Save credit');
  await expect(
    office.getByText(/Its minutes come to 0.5 AMA PRA Category 1 Credit™, which is less/)
  ).toBeVisible();
  await expect(office.getByRole('button', { name: /^Attest/ })).toHaveCount(0);
  await office.getByLabel('Maximum of AMA PRA Category 1 Credit™').fill('0.5');
  await press(office, 'Save credit');
  await press(office, 'Attest and leave demonstration');
  await expect(office.getByRole('alert')).toContainText('Tick that you attest this');
  await office.getByRole('checkbox', { name: /^I attest that Example University/ }).check();
  await press(office, 'Attest and leave demonstration');
  await expect(office.getByRole('status')).toContainText('Attested');

  await author.goto(`${home}/release`);
  await author.getByRole('link', { name: /^Release version/ }).click();
  await press(author, /^Release version/);
  await expect(author.getByRole('status')).toContainText('is live');

  expect(await whatTheyGet(browser, origin, 'physician')).toContain('Up to 0.5 AMA PRA Category 1 Credit™');
  expect(await whatTheyGet(browser, origin, 'nurse')).toContain('Up to 0.5 contact hour');
  expect(await whatTheyGet(browser, origin, 'pharmacist')).toContain('not a statement of credit');
  await app.stop();
  await database.remove();
});
