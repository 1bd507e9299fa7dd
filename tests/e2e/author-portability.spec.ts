import { readPackageZip } from '#lib/server/interchange/read-package-zip.ts';
import { holderOf } from '../support/accounts.ts';
import { sampleZip, tryOut } from '../support/activity-by-import.ts';
import { findViolations } from '../support/axe.ts';
import { enterAs } from '../support/journey.ts';
import { sampleFiles } from '../support/sample-files.ts';
import { expect, test } from './fixtures.ts';

const NEW = `carried-${crypto.randomUUID()}`;

test('an educator takes an activity out, and brings it in again under another name as drafts', async ({
  app,
  page
}) => {
  await enterAs(page, await holderOf('educator', app), app.origin);
  await tryOut(
    page,
    sampleZip(NEW, (files) => files.delete('figures/set-point.svg'))
  );
  await expect(page.getByText('A new activity')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'figure set-point' })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Import as a working copy' }).click();
  await expect(page.getByText('Learners see nothing yet.')).toBeVisible();
  const answer = await page.request.get(`${page.url()}/export.zip`);
  expect(answer.headers()['content-disposition']).toContain(`filename="${NEW}-0.1.0.zip"`);
  const read = readPackageZip(await answer.body());
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const sample = sampleFiles();
  expect(read.value.get('lesson/01-overview.md')).toBe(sample.get('lesson/01-overview.md'));
  expect(read.value.get('items.json')).not.toContain('"status": "reviewed"');
  await tryOut(page, Buffer.from(await answer.body()));
  await expect(page.getByText('Nothing to import')).toBeVisible();
  await tryOut(
    page,
    sampleZip(NEW, (files) =>
      files.set('activity.json', (files.get('activity.json') ?? '').replace('"0.1.0"', '"0.2.0"'))
    )
  );
  await expect(page.getByText(/open draft, version 0.1.0/)).toBeVisible();
});

test('what is no package is refused at the field, and nothing is written', async ({ app, page }) => {
  await enterAs(page, await holderOf('educator', app), app.origin);
  await tryOut(page, Buffer.from('PK no zip'));
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await expect(page.locator('#package-error')).toHaveText(/not a zip file that can be read/);
  await page.getByRole('button', { name: 'See what it would change' }).click();
  await expect(page.locator('#package-error')).toHaveText(/Choose the zip file/);
});
