import { expect, type Page } from '@playwright/test';
import type { Visitor } from './visitor.ts';

const idOf = (address: string | null) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(address ?? '')?.[0] ?? '';

/**
 * An admin corrects the holder's document and then revokes the corrected one, while the holder looks on; `code` is the
 * address at which the first one is verified.
 */
export async function putRight(page: Page, admin: Visitor, given: { certificate: string; code: string }) {
  const id = idOf(given.certificate);
  const main = page.getByRole('main');
  const record = `/admin/certificates/${id}`;
  const fields = { name: 'Ana Corrected', credentials: 'MD, PhD', quarterCredits: '1', reason: '' };
  const refused = await admin.post(`${record}?/correct`, fields);
  expect([refused.status, refused.body]).toEqual([400, expect.stringContaining('value="Ana Corrected"')]);
  const correction = { ...fields, reason: 'The name was misspelt.' };
  const corrected = await admin.post(`${record}?/correct`, correction);
  expect(corrected.status).toBe(303);
  expect((await admin.post(`${record}?/correct`, correction)).status, 'a second time').toBe(409);

  await page.goto(given.certificate);
  await page.getByRole('link', { name: 'See the corrected document' }).click();
  await expect(main).toContainText('Ana Corrected, MD, PhD');
  await expect(main).toContainText('0.25 demonstration credit');
  await page.goto(given.code);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^No, this certificate was replaced/);

  const next = `/admin/certificates/${idOf(corrected.location)}`;
  expect((await admin.post(`${next}?/revoke`, { reason: 'Issued in error.' })).status).toBe(303);
  expect((await admin.post(`${next}?/correct`, correction)).status).toBe(409);
  await page.goto(`/certificates/${idOf(next)}`);
  await page.getByRole('button', { name: 'Hide what it says' }).click();
  await page.getByRole('link', { name: 'See what others see' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No, this certificate was revoked');
  await expect(main).not.toContainText('Ana Corrected');
  await page.goto('/me/transcript');
  await expect(page.getByRole('row', { name: /^Total / })).toContainText('no credit');
}
