import { findViolations } from '../support/axe.ts';
import { startInstitutionProvider } from '../support/institution-provider.ts';
import { expect, test } from './fixtures.ts';

test('somebody new comes by their institution, tells the rest and comes back by it', async ({
  app,
  page
}) => {
  const callback = `${app.origin}/sign-in/institution/callback`;
  const provider = await startInstitutionProvider(callback);
  try {
    const { issuer, clientId, secret } = provider;
    const fields = { name: 'General Hospital', issuer, clientId, secret, makesAccounts: 'yes' };
    const rule = { 'rule-claim-0': 'groups', 'rule-value-0': 'authors', 'rule-role-0': 'educator' };
    const added = await app.admin.post('/admin/settings/institutions/new', { ...fields, ...rule });
    const form = (added.location ?? '').replace('?saved', '');
    const tested = await app.admin.post(`${form}?/test`);
    expect(tested.body).toContain(`${issuer}/token`);
    expect((await app.admin.get(form)).body).not.toContain(secret);

    provider.expect({ sub: 'hana', given_name: 'Hana', family_name: 'Sato', groups: ['authors'] });
    await page.goto('/sign-in?returnTo=%2Fme%2Fsettings%2Finstitutions');
    await page.getByRole('button', { name: 'Continue at General Hospital' }).click();
    await expect(page.getByRole('heading', { name: 'Your first visit' })).toBeVisible();
    await expect(page.getByLabel('Family name')).toHaveValue('Sato');
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
    await page.getByLabel('E-mail address').fill(`hana-${crypto.randomUUID()}@example.org`);
    await page.getByLabel('Profession').selectOption('physician');
    await page.getByLabel('Country').selectOption('JP');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page).toHaveURL(`${app.origin}/me/settings/institutions`);
    await page.getByRole('button', { name: 'End the connection' }).click();
    await expect(page.getByText('You could not sign in any more without it').first()).toBeVisible();

    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Continue at General Hospital' }).click();
    await expect(page).toHaveURL(`${app.origin}/me`);
    const replayed = await page.goto(`${callback}?state=x&code=y`);
    expect(replayed?.status()).toBe(400);
    await app.admin.post(`${form}?/switch`, { on: 'no' });
  } finally {
    await provider.close();
  }
});
