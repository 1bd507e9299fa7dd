import { newAccount } from '../support/accounts.ts';
import { startApp } from '../support/running-app.ts';
import { withoutGuards } from '../support/taken-out.ts';
import { expect, freshDatabase, test } from './fixtures.ts';

/** As browsers see it, behind a proxy that speaks TLS. */
const HERE = 'https://cme.example.org';

const PROXY = {
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'cme.example.org',
  'x-forwarded-for': '192.0.2.7'
};

const FORM = { 'content-type': 'application/x-www-form-urlencoded', origin: HERE };

/** Two doors of the program break on purpose, so that answers of failures are seen too. */
const BREAKS = [
  {
    file: '/endpoints/healthz/',
    from: 'var GET = () =>',
    to: 'var GET = () => { throw new Error("broken on purpose"); }; var unused = () =>'
  },
  {
    file: '/endpoints/badges/jwks.json/',
    from: 'var GET = async ({ locals }) =>',
    to: 'var GET = async ({ locals }) => { throw Object.assign(new Error("gone"), { code: "57P01" }); }; var unused = async ({ locals }) =>'
  }
];

const SAFE = {
  'strict-transport-security': /^max-age=(?:3153[6-9]\d{3}|31[6-9]\d{5}|3[2-9]\d{6}|[4-9]\d{7}|\d{9,})$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'content-security-policy': /default-src 'none'.*frame-ancestors 'none'/
};

type Sent = { method?: string; headers?: Record<string, string>; body?: string };

/** What an answer lacks of the headers of safety, and what it has that it should not. */
function faultsOf({ headers }: Response): string[] {
  const lacking = Object.entries(SAFE).flatMap(([name, value]) =>
    value.test(headers.get(name) ?? '') ? [] : [`${name}: ${headers.get(name) ?? 'none'}`]
  );
  const policy = headers.get('content-security-policy') ?? '';
  const scripts = /script-src [^;]*/.exec(policy)?.[0] ?? '';
  const isPage = headers.get('content-type')?.startsWith('text/html') === true;
  return [
    ...lacking,
    ...(/unsafe-inline|unsafe-eval|\*|https?:/.test(policy) ? [policy] : []),
    ...(isPage && !/^(?:script-src 'self'(?: 'nonce-[\w+/=]+')?)?$/.test(scripts)
      ? [`scripts: ${policy}`]
      : []),
    ...(headers.has('access-control-allow-origin') ? ['open to other origins'] : []),
    ...headers
      .getSetCookie()
      .filter(
        (line) =>
          !/^__Host-[\w-]+=(?=.*; HttpOnly)(?=.*; Secure)(?=.*; SameSite=Lax)(?=.*; Path=\/(?:;|$))/i.test(
            line
          )
      )
  ];
}

test('every kind of answer behind TLS carries the headers of safety, and every cookie belongs to this host alone', async () => {
  const database = await freshDatabase('embedded');
  const variables = { ...database.variables, ...withoutGuards(BREAKS), TRUST_PROXY: 'true' };
  const app = await startApp({ ...database, variables });
  const jar = new Map<string, string>();
  const ask = async (path: string, { method = 'GET', headers = {}, body }: Sent = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(app.origin + path, {
      method,
      redirect: 'manual',
      headers: { accept: 'text/html', ...PROXY, cookie, ...headers },
      ...(body === undefined ? {} : { body })
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
  const expectSafe = async (status: number, path: string, sent: Sent = {}) => {
    const response = await ask(path, sent);
    expect
      .soft([response.status, faultsOf(response)], `${sent.method ?? 'GET'} ${path}`)
      .toEqual([status, []]);
    return response.text();
  };
  try {
    const home = await expectSafe(200, '/');
    await expectSafe(404, '/no-such-page');
    await expectSafe(303, '/me');
    await expectSafe(500, '/healthz');
    await expectSafe(503, '/badges/jwks.json');
    await expectSafe(405, '/me', { method: 'DELETE', headers: { origin: HERE } });
    await expectSafe(403, '/gate', { method: 'POST', headers: { ...FORM, origin: 'https://evil.example' } });
    await expectSafe(401, '/me/settings', { method: 'POST', headers: FORM, body: 'givenName=A' });
    await expectSafe(401, '/api/v1/activities');
    await expectSafe(200, '/api/v1/openapi.json');
    await expectSafe(404, '/badges/issuers/nobody');
    const asset = /\/_app\/immutable\/[\w./-]+\.css/.exec(home)?.[0] ?? '/no-asset';
    await expectSafe(200, asset);
    await expectSafe(200, '/service-worker.js');
    await expectSafe(404, '/_app/immutable/no-such-file.js');
    const broken = { ...FORM, 'content-type': 'multipart/form-data; boundary=x' };
    await expectSafe(400, '/gate', { method: 'POST', headers: broken, body: '--x\r\nbroken' });
    await expectSafe(413, '/gate', { method: 'POST', headers: FORM, body: 'a'.repeat(7_000_000) });
    const post = (path: string, fields: Record<string, string>) =>
      expectSafe(303, path, { method: 'POST', headers: FORM, body: new URLSearchParams(fields).toString() });
    await post('/gate', { answer: 'yes' });
    await post('/sign-up', newAccount());
    await expectSafe(200, '/me');
    await expectSafe(200, '/me/transcript/export.csv');
    await expectSafe(403, '/admin');
    await post('/sign-out', {});
    expect([...jar.keys()]).toEqual(expect.arrayContaining(['__Host-gate', '__Host-session']));
  } finally {
    await app.stop();
    await database.remove();
  }
});
