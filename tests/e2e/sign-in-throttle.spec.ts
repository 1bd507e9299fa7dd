import { newAccount, signUpByHttp } from '../support/accounts.ts';
import { freePort } from '../support/free-port.ts';
import { startApp } from '../support/running-app.ts';
import { expect, freshDatabase, test } from './fixtures.ts';

type Guess = { origin: string; email: string; forwardedFor?: string };

/** Guesses a password with this header, as a proxy or somebody who forges it would. */
async function guess({ origin, email, forwardedFor }: Guess): Promise<Response> {
  return fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin,
      accept: 'text/html',
      ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor })
    },
    body: new URLSearchParams({ email, password: 'a wrong password' })
  });
}

const anAddress = () => `nobody-${crypto.randomUUID()}@example.org`;

test('a forged X-Forwarded-For gives no new guesses; the page says how long to wait', async ({ app }) => {
  const email = anAddress();
  const from = (nth: number) => guess({ origin: app.origin, email, forwardedFor: `203.0.${nth}.7` });
  for (let nth = 0; nth < 5; nth += 1) expect((await from(nth)).status).toBe(400);
  const refused = await from(5);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toMatch(/^[12]$/);
  const page = await refused.text();
  expect(page).toContain('Too many sign-ins failed. Try again in ');
  expect(page).toContain(email);
});

test('behind a trusted proxy its word counts, not what a client wrote before it', async ({
  databaseKind
}) => {
  const database = await freshDatabase(databaseKind);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const variables = { ...database.variables, TRUST_PROXY: 'true', ORIGIN: origin };
  const app = await startApp({ ...database, variables }, port);
  try {
    const email = anAddress();
    const statusFrom = async (forwardedFor?: string) =>
      (await guess({ origin, email, ...(forwardedFor === undefined ? {} : { forwardedFor }) })).status;
    for (let nth = 0; nth < 5; nth += 1) expect(await statusFrom(`198.51.${nth}.1, 203.0.113.7`)).toBe(400);
    expect(await statusFrom('198.51.100.9, 203.0.113.99'), 'the same network, however forged').toBe(429);
    expect(await statusFrom('203.0.114.7'), 'another network').toBe(400);
    expect(await statusFrom(), 'past the proxy').toBe(400);
  } finally {
    await app.stop();
    await database.remove();
  }
});

test('signing out empties the browser of what others could find there, and so does having one’s data erased', async ({
  app
}) => {
  for (const [path, fields] of [
    ['/sign-out', {}],
    ['/me/settings/privacy/erase', { word: 'ERASE' }]
  ] as const) {
    const visitor = await signUpByHttp(app.origin, newAccount());
    const { status, headers } = await visitor.post(path, fields);
    expect(status).toBe(303);
    expect(headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
  }
});
