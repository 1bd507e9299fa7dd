import { newAccount, signUpByHttp } from '../support/accounts.ts';
import { PASSWORD } from '../support/people.ts';
import { newVisitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Where a form may come from that must not be believed. */
const STRANGERS: { title: string; headers: Record<string, string> }[] = [
  { title: 'another origin', headers: { origin: 'https://evil.example' } },
  { title: 'another site, as the browser says', headers: { 'sec-fetch-site': 'cross-site' } },
  { title: 'a sibling site', headers: { 'sec-fetch-site': 'same-site' } },
  { title: 'nowhere that can be told', headers: {} }
];

for (const { title, headers } of STRANGERS) {
  test(`a form from ${title} is refused`, async ({ app, world }) => {
    const cookie = world.askers.clinician.cookies().map(({ name, value }) => `${name}=${value}`);
    for (const path of [
      '/gate',
      '/sign-out',
      '/me/settings',
      '/activities/resistance-to-immunotherapy/assessment'
    ]) {
      const response = await fetch(app.origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...FORM, cookie: cookie.join('; '), ...headers },
        body: 'answer=yes'
      });
      expect.soft(response.status, path).toBe(403);
    }
    expect((await world.askers.clinician.get('/me')).status, 'still signed in').toBe(200);
  });
}

const ELSEWHERE = [
  '//evil.example',
  String.raw`\\evil.example`,
  'https:evil.example',
  'https://evil.example',
  '/\t/evil.example'
];

test('nobody is led to another site after the gate, sign-in or sign-up', async ({ app }) => {
  const account = newAccount();
  await signUpByHttp(app.origin, account);
  for (const target of ELSEWHERE) {
    const query = `?returnTo=${encodeURIComponent(target)}`;
    const visitor = newVisitor(app.origin);
    const answers = [
      await visitor.post(`/gate${query}`, { answer: 'yes' }),
      await visitor.post(`/sign-in${query}`, { email: account.email, password: PASSWORD }),
      await newVisitor(app.origin).post(`/sign-up${query}`, newAccount())
    ];
    for (const { status, location } of answers) {
      expect.soft(status, target).toBe(303);
      expect.soft(new URL(location ?? '', app.origin).origin, target).toBe(app.origin);
    }
  }
});

test('session, gate and what a browser is known by are in cookies that scripts cannot read and other sites do not send', async ({
  app
}) => {
  const response = await fetch(`${app.origin}/gate`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...FORM, origin: app.origin },
    body: 'answer=yes'
  });
  const signedUp = await newVisitor(app.origin).post('/sign-up', newAccount());
  const cookies = [...response.headers.getSetCookie(), ...signedUp.headers.getSetCookie()];
  expect(cookies).toHaveLength(3);
  for (const cookie of cookies) expect.soft(cookie).toMatch(/(?=.*HttpOnly)(?=.*SameSite=Lax)(?=.*Path=\/)/i);
});

test('pages of a person are kept by nobody; downloads are downloads', async ({ world }) => {
  const { clinician, admin } = world.askers;
  for (const path of ['/me', '/me/transcript', '/certificates/{certificate}']) {
    const { headers } = await clinician.get(world.pathOf(path));
    expect.soft(headers.get('cache-control'), path).toContain('no-store');
  }
  const csv = await admin.get('/admin/completions/export.csv');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
  expect(csv.headers.get('x-content-type-options')).toBe('nosniff');
  const manifest = /^<(.+)>; rel="describedby"$/.exec(csv.headers.get('link') ?? '')?.[1] ?? '';
  expect(JSON.parse((await admin.get(manifest)).body)).toMatchObject({
    state: 'finished',
    bytes: Buffer.byteLength(csv.body) + Buffer.byteLength('\uFEFF'),
    view: ''
  });
});

test('a body that is no form, or too large, is refused without harm', async ({ app, world }) => {
  const cookie = world.askers.clinician.cookies().map(({ name, value }) => `${name}=${value}`);
  const send = (headers: Record<string, string>, body: string) =>
    fetch(`${app.origin}/me/settings`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookie.join('; '), origin: app.origin, accept: 'text/html', ...headers },
      body
    });
  expect((await send({ 'content-type': 'application/json' }, '{}')).status).toBe(415);
  expect((await send({ 'content-type': 'multipart/form-data' }, 'no boundary')).status).toBeLessThan(500);
  expect(
    (await send({ 'content-type': 'multipart/form-data; boundary=x' }, '--x\r\nbroken')).status
  ).toBeLessThan(500);
  const tooLarge = await send(FORM, `givenName=${'a'.repeat(7_000_000)}`).then(
    ({ status }) => status,
    () => 413
  );
  expect(tooLarge).toBe(413);
  expect(
    (await fetch(`${app.origin}/me`, { method: 'DELETE', headers: { origin: app.origin } })).status
  ).toBe(405);
});
