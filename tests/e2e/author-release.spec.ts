import type { Page } from '@playwright/test';
import { newAccount, personIdOf, signUpByHttp } from '../support/accounts.ts';
import { sampleZip, tryOut } from '../support/activity-by-import.ts';
import { enterAs } from '../support/journey.ts';
import type { RunningApp } from '../support/running-app.ts';
import { setUpApp } from '../support/second-factor.ts';
import type { Visitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false });

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const field = (page: Page, name: RegExp) => page.getByRole('textbox', { name });
const isSaved = (page: Page) => expect(page.getByRole('status').first()).toContainText('Saved');

/** One person who writes and, as an admin, attests the reviews that a package brings. */
async function newDirector({ origin, admin }: RunningApp & { admin: Visitor }): Promise<Visitor> {
  const account = newAccount();
  const director = await signUpByHttp(origin, account);
  await setUpApp(director);
  const id = await personIdOf(admin, account.email);
  for (const role of ['educator', 'admin']) await admin.post(`/admin/people/${id}?/give`, { role });
  return director;
}

async function importReviewed(page: Page): Promise<string> {
  const zip = sampleZip(`released-${crypto.randomUUID()}`, (files) => {
    const activity = files.get('activity.json') ?? '';
    // After the sample in every list, where other tests take the first.
    files.set(
      'activity.json',
      activity.replace('"title": "Resistance', '"title": "The release of resistance')
    );
  });
  await tryOut(page, zip);
  await page.getByRole('checkbox', { name: /review/ }).check();
  await press(page, 'Import as a working copy');
  await page.waitForURL(/\/author\/activities\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function setStatus(page: Page, status: string, note: string): Promise<void> {
  await page.goto('/author/references?q=chen2017');
  await page.getByRole('link', { name: 'chen2017' }).click();
  await page.getByLabel('Status', { exact: true }).selectOption(status);
  await field(page, /^Note/).fill(note);
  await press(page, 'Save status');
  await isSaved(page);
}

/** Wrong numbers and keys that would be told too early are refused; what is right is kept. */
async function setBlueprint(page: Page, home: string): Promise<void> {
  await page.goto(`${home}/blueprint`);
  const form = page.locator('#assessment');
  await form.getByLabel('Pass mark, in percent').fill('180');
  await press(page, 'Save “Assessment”');
  await expect(page.getByRole('alert')).toContainText('Enter a whole number from 1 to 100');
  await expect(form.getByLabel('Pass mark, in percent')).toHaveValue('180');
  await form.getByLabel('Pass mark, in percent').fill('75');
  // The form does not offer it, so somebody has to put it there.
  const feedback = form.getByLabel('Feedback');
  await expect(feedback.getByRole('option', { name: 'After each item' })).toHaveCount(0);
  await feedback.evaluate((select) => {
    select.querySelector('option')?.setAttribute('value', 'after-each-item');
  });
  await feedback.selectOption('after-each-item');
  await press(page, 'Save “Assessment”');
  await expect(page.locator('#assessment-feedback-error')).toContainText('not shown on the way');
  await feedback.selectOption('After submission');
  await press(page, 'Save “Assessment”');
  await isSaved(page);
  await expect(form.getByLabel('Pass mark, in percent')).toHaveValue('75');
}

async function setFrontMatter(page: Page, home: string): Promise<void> {
  await page.goto(home);
  await field(page, /^Need, or practice gap/).fill('Response histories are often recorded without dates.');
  await field(page, /^Off-label and investigational use/).fill(
    'Two agents are discussed beyond their labels.'
  );
  await field(page, /^Fee/).fill('Free of charge.');
  await field(page, /^Contact/).fill('Office of education, office@example.org');
  await press(page, 'Save settings');
  await isSaved(page);
}

/** The line of the checklist that is called so. */
const line = (page: Page, label: string) =>
  page.locator('.checks > li').filter({ has: page.getByRole('heading', { name: label }) });

async function declare(page: Page, home: string): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  await page.goto(`${home}/disclosures`);
  await page.getByRole('link', { name: 'Edit the declaration of Ana Müller' }).click();
  await page.getByLabel('Declared on').fill(today);
  await page.getByLabel('Company').first().fill('Acme Biologics');
  await press(page, 'Save declaration');
  await expect(page.getByRole('alert')).toContainText('Choose what the relationship is');
  await page.getByLabel('What it is').first().selectOption('consultant');
  await page
    .getByLabel(/^Is the content related/)
    .first()
    .selectOption('yes');
  await press(page, 'Save declaration');
  await isSaved(page);
  await page.goto(`${home}/release`);
  const check = line(page, 'Everyone in control has disclosed');
  await expect(check).toContainText('the relationship with Acme Biologics is not mitigated');
  await expect(page.getByText('The release opens when nothing is missing.')).toBeVisible();
  await check.getByRole('link').click();
  await page.getByRole('link', { name: 'Edit the declaration of Ana Müller' }).click();
  await page
    .getByLabel('How it was mitigated')
    .first()
    .fill('A peer without such a relationship reviewed it.');
  await page.getByLabel('Mitigated on').first().fill(today);
  await press(page, 'Save declaration');
  await isSaved(page);
}

test('what a release lacks is named and blocks it; once mended, learners read the new front matter', async ({
  app,
  page
}) => {
  await enterAs(page, await newDirector(app), app.origin);
  const home = await importReviewed(page);
  await setBlueprint(page, home);
  await setFrontMatter(page, home);
  await setStatus(page, 'retracted', 'Nature, 2026.');
  await page.goto(`${home}/release`);
  const retracted = line(page, 'No reference is retracted');
  await expect(retracted).toContainText('chen2017 was retracted.');
  await expect(page.getByRole('link', { name: /^Release version/ })).toHaveCount(0);
  await retracted.getByRole('link').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'chen2017' })).toContainText('Retracted');
  await setStatus(page, 'current', '');
  await declare(page, home);
  await page.goto(`${home}/release`);
  await page.getByRole('link', { name: /^Release version/ }).click();
  await press(page, /^Release version/);
  await expect(page.getByRole('status').first()).toContainText('Version 0.1.0 is live');
  await page.getByRole('link', { name: 'See it as learners do' }).click();
  for (const words of [
    'Response histories are often recorded without dates.',
    'Two agents are discussed beyond their labels.',
    'Free of charge.',
    'Office of education, office@example.org',
    'Acme Biologics (consultant). All relevant financial relationships have been mitigated.'
  ])
    await expect(page.getByRole('main')).toContainText(words);
});
