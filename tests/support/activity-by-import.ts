import type { Page } from '@playwright/test';
import { writePackageZip } from '#lib/server/interchange/write-package-zip.ts';
import { sampleFiles } from './sample-files.ts';

/** The sample as a zip file under another slug, with changes to its files. */
export function sampleZip(slug: string, change: (files: Map<string, string>) => void = () => {}): Buffer {
  const files = sampleFiles();
  const activity = files.get('activity.json') ?? '';
  files.set('activity.json', activity.replace('"slug": "resistance-to-immunotherapy"', `"slug": "${slug}"`));
  change(files);
  return Buffer.from(writePackageZip(files));
}

/** Sends a package to the page of imports, as far as its dry run. */
export async function tryOut(page: Page, zip: Buffer): Promise<void> {
  await page.goto('/author/import');
  await page
    .getByLabel('Zip file, up to 5 MB')
    .setInputFiles({ name: 'package.zip', mimeType: 'application/zip', buffer: zip });
  await page.getByRole('button', { name: 'See what it would change' }).click();
}

/** A working copy of the sample under a slug of its own; gives the address of its pages for authors. */
export async function importCopy(page: Page): Promise<string> {
  await tryOut(page, sampleZip(`copy-${crypto.randomUUID()}`));
  await page.getByRole('button', { name: 'Import as a working copy' }).click();
  await page.waitForURL(/\/author\/activities\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}
