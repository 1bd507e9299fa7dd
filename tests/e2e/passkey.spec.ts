import type { CDPSession, Page, Request } from '@playwright/test';
import { newAccount } from '../support/accounts.ts';
import { passGate, signUp } from '../support/journey.ts';
import { codeOf } from '../support/second-factor.ts';
import { expect, test } from './fixtures.ts';

/** Somebody's device in Chromium: it makes passkeys, checks its user, and counts. */
async function addDevice(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true
    }
  });
  return { cdp, authenticatorId };
}

const isAnswer = (path: string) => (request: Request) =>
  request.method() === 'POST' && new URL(request.url()).pathname === path;

/** Sends a body as the page would. */
const post = (page: Page, path: string, body: unknown) =>
  page.evaluate(
    async ([to, text]) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(to, { method: 'POST', headers, body: text });
      return { status: response.status, text: await response.text() };
    },
    [path, JSON.stringify(body)] as const
  );

type Signed = { id: string; response: { clientDataJSON: string } };

/** What a page of another site would have had signed. */
function fromElsewhere(signed: Signed, challenge: string): Signed {
  const data: unknown = JSON.parse(Buffer.from(signed.response.clientDataJSON, 'base64url').toString());
  const elsewhere = { ...Object(data), challenge, origin: 'https://evil.example' };
  const clientDataJSON = Buffer.from(JSON.stringify(elsewhere)).toString('base64url');
  return { ...signed, response: { ...signed.response, clientDataJSON } };
}

const signOut = (page: Page) => page.getByRole('button', { name: 'Sign out' }).first().click();

async function signInByPasskey(page: Page): Promise<Signed> {
  await page.goto('/sign-in');
  const [sent] = await Promise.all([
    page.waitForRequest(isAnswer('/sign-in/passkey')),
    page.getByRole('button', { name: 'Use a passkey' }).click()
  ]);
  const signed: Signed = JSON.parse(sent.postData() ?? '{}');
  return signed;
}

test('a passkey is made and signs in; a replay, another site and a copied device do not', async ({
  page
}) => {
  await passGate(page, '/activities/resistance-to-immunotherapy/lesson/overview');
  const account = await signUp(page, newAccount());
  const { cdp, authenticatorId } = await addDevice(page);

  await page.goto('/me/settings/security');
  await page.getByLabel('Name of the new passkey').fill('Work laptop');
  const [added] = await Promise.all([
    page.waitForRequest(isAnswer('/me/settings/security/passkeys')),
    page.getByRole('button', { name: 'Add a passkey' }).click()
  ]);
  await expect(page.getByText('Your passkey works')).toBeVisible();
  await expect(page.getByText('Work laptop').first()).toBeVisible();
  const again = await post(page, '/me/settings/security/passkeys', JSON.parse(added.postData() ?? '{}'));
  expect(again.status, 'the challenge of a registration counts once').toBe(400);

  await signOut(page);
  const signed = await signInByPasskey(page);
  await expect(page).toHaveURL(/\/me$/);
  await signOut(page);
  await page.goto('/sign-in');
  expect((await post(page, '/sign-in/passkey', signed)).status, 'a replay').toBe(400);
  const options = await post(page, '/sign-in/passkey/options', {});
  const { challenge }: { challenge: string } = JSON.parse(options.text);
  const elsewhere = fromElsewhere(signed, challenge);
  expect((await post(page, '/sign-in/passkey', elsewhere)).status, 'another site').toBe(400);
  expect((await page.goto('/me'))?.url(), 'nobody is signed in by either').toContain('/sign-in');

  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
  const [credential] = credentials;
  if (!credential) throw new Error('The device has no passkey.');
  const { credentialId } = credential;
  await cdp.send('WebAuthn.removeCredential', { authenticatorId, credentialId });
  await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 0 } });
  await signInByPasskey(page);
  await expect(page.getByRole('alert').filter({ hasText: 'looks like a copy of yours' })).toBeVisible();
  await cdp.send('WebAuthn.removeCredential', { authenticatorId, credentialId });
  await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential, signCount: 9 } });

  // The password alone does no more: the passkey is asked for beside it.
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Second step');
  expect((await page.request.get('/me', { maxRedirects: 0 })).status()).toBe(303);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(/\/me$/);
});

test('an authenticator app and recovery codes get in without JavaScript, each code once', async ({
  app,
  browser
}) => {
  const context = await browser.newContext({ baseURL: app.origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await passGate(page, '/activities/resistance-to-immunotherapy/lesson/overview');
  const account = await signUp(page, newAccount());
  await page.goto('/me/settings/security');
  await page.getByRole('link', { name: 'Set up an authenticator app' }).click();
  const key = await page.locator('#key').innerText();
  const code = codeOf(key);
  await page.getByLabel('Code that the app shows').fill(code);
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByRole('button', { name: 'Make new codes' }).click();
  const codes = await page.locator('ol code').allInnerTexts();
  expect(codes).toHaveLength(10);

  const enter = async () => {
    await signOut(page);
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(account.email);
    await page.getByLabel('Password').fill(account.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel('Code from your authenticator app').fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
    await page.getByText('Use a recovery code').click();
    await page.getByLabel('Recovery code').fill(codes[0] ?? '');
    await page.getByRole('button', { name: 'Use the code' }).click();
  };
  await enter();
  await expect(page).toHaveURL(/\/me$/);
  await page.goto('/me/settings/security');
  await expect(page.getByText('You have 9 left.')).toBeVisible();
  await enter();
  await expect(page.getByText('or it was used already').first()).toBeVisible();
  await context.close();
});
