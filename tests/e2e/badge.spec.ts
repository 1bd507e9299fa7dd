import type { Page } from '@playwright/test';
import { findViolations } from '../support/axe.ts';
import { enterAs } from '../support/journey.ts';
import { newVisitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

const YES = 'Yes, this badge was issued here and is valid';

async function expectAnswer(page: Page, answer: string): Promise<void> {
  await page.getByRole('button', { name: 'Check the badge' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(answer);
  expect.soft(await findViolations(page)).toEqual([]);
}

test('a holder takes a badge along; whoever is shown it checks it, and learns when it was revoked', async ({
  app,
  wreckable: { askers, pathOf },
  page
}) => {
  await enterAs(page, askers.clinician, app.origin);
  await page.goto(pathOf('/certificates/{certificate}'));
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: 'PNG picture' }).click();
  const picture = await (await downloading).path();
  const { body: jwt } = await askers.clinician.get(pathOf('/certificates/{certificate}/badge.jwt'));
  await page.context().clearCookies();

  await page.goto('/verify');
  await page.getByRole('link', { name: 'check the badge' }).click();
  await page.getByLabel('Or its text').fill('this is no badge');
  await page.getByRole('button', { name: 'Check the badge' }).click();
  await expect(page.getByRole('alert')).toContainText('This is no badge');
  await expect(page.getByLabel('Or its text')).toHaveValue('this is no badge');
  await page.getByLabel('Or its text').fill(jwt);
  await expectAnswer(page, YES);
  await expect(page.getByText('Demonstration, not accredited', { exact: true })).toBeVisible();
  await page.getByLabel('File of the badge').setInputFiles(picture);
  await expectAnswer(page, YES);

  const anybody = newVisitor(app.origin);
  const keys = await anybody.get('/badges/jwks.json');
  expect(keys.headers.get('access-control-allow-origin')).toBe('*');
  expect(keys.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(keys.headers.get('cache-control')).toBe('public, max-age=300');
  expect(keys.body).toContain('"alg":"RS256"');
  const form = await anybody.get('/verify');
  expect(form.headers.get('access-control-allow-origin')).toBeNull();
  expect(form.headers.get('cross-origin-resource-policy')).toBe('same-origin');

  const revoked = await askers.admin.post(pathOf('/admin/certificates/{certificate}?/revoke'), {
    reason: 'Claimed by mistake'
  });
  expect(revoked.status).toBe(303);
  await page.goto('/verify/badge');
  await page.getByLabel('Or its text').fill(jwt);
  await expectAnswer(page, 'No, this badge is not valid');
  await expect(page.getByText(/^Revoked on/)).toBeVisible();
});
