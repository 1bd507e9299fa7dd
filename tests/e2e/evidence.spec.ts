import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { enterAs } from '../support/journey.ts';
import { expect, test } from './fixtures.ts';

test('an admin opens the evidence of a completion from the list, and takes it along as one archive', async ({
  app,
  page,
  world
}) => {
  await enterAs(page, app.admin, app.origin);
  await page.goto('/admin/completions');
  const link = page.locator(`a[href="${world.pathOf('/admin/completions/{completion}/evidence')}"]`);
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Evidence of a completion');
  await page.getByRole('link', { name: 'Assessment, attempt 1' }).click();
  await expect(page.getByText('Counts for the completion')).toBeInViewport();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as one archive' }).click()
  ]);
  const files = unzipSync(readFileSync(await download.path()));
  expect(strFromU8(files['SHA256SUMS'] ?? new Uint8Array())).toMatch(/ {2}evidence\.pdf\n/);
  for (const name of ['evidence.pdf', 'certificate.pdf', 'manifest.json']) expect(files[name]).toBeDefined();
});
