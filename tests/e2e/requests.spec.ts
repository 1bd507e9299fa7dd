import { ACCESS } from '../support/access-matrix.ts';
import { newAccount, newProfessional, signUpByHttp } from '../support/accounts.ts';
import { PASSWORD } from '../support/people.ts';
import { newVisitor, type Answer } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Where a form may come from that must not be believed. */
const STRANGERS: { title: string; headers: Record<string, string> }[] = [
  { title: 'another origin', headers: { origin: 'https://evil.example' } },
  { title: 'another site, as the browser says', headers: { 'sec-fetch-site': 'cross-site' } },
  { title: 'a sibling site', headers: { 'sec-fetch-site': 'same-site' } },
  { title: 'nowhere that can be told', headers: {} }
];

/** Mail programs unsubscribe by a POST of their own; the API takes no cookie, so that no other site can use it. */
const isExempt = (route: string) => route.startsWith('/unsubscribe/') || route.startsWith('/api/');

/** Every action of every page, as an address. */
const ACTIONS = ACCESS.filter(({ route }) => !isExempt(route)).flatMap(
  ({ route, path = route, actions = {} }) =>
    Object.keys(actions).map((action) => {
      const isNamed = action !== 'default' && action !== 'POST';
      return path + (isNamed ? `${path.includes('?') ? '&' : '?'}/${action}` : '');
    })
);

for (const { title, headers } of STRANGERS) {
  test(`a form from ${title} is refused by every action`, async ({ app, world }) => {
    const cookie = world.askers.admin.cookies().map(({ name, value }) => `${name}=${value}`);
    const refused = await Promise.all(
      ACTIONS.map(async (path) => {
        const response = await fetch(app.origin + world.pathOf(path), {
          method: 'POST',
          redirect: 'manual',
          headers: { ...FORM, cookie: cookie.join('; '), ...headers },
          body: 'answer=yes'
        });
        return { path, status: response.status };
      })
    );
    expect(refused.length).toBeGreaterThan(100);
    expect(refused.filter(({ status }) => status !== 403)).toEqual([]);
    expect((await world.askers.admin.get('/me')).status, 'still signed in').toBe(200);
  });
}

const ELSEWHERE = [
  '//evil.example',
  String.raw`\\evil.example`,
  'https:evil.example',
  'https://evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/%2F%2Fevil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  'data:text/html,x'
];

test('nobody is led to another site after the gate, sign-in, sign-up or a second proof', async ({ app }) => {
  const account = newAccount();
  const known = await signUpByHttp(app.origin, account);
  const { email } = account;
  const isHere = ({ status, location }: Answer) =>
    status === 303 && new URL(location ?? '', `${app.origin}/sign-in`).origin === app.origin;
  for (const [index, target] of ELSEWHERE.entries()) {
    const query = `?returnTo=${encodeURIComponent(target)}`;
    const passed = await newVisitor(app.origin).post(`/gate${query}`, { answer: 'yes' });
    expect.soft(isHere(passed), target).toBe(true);
    // Each of these looks at a password, which takes long on purpose; one rule is behind them all.
    const slow = [
      () => newVisitor(app.origin).post(`/sign-in${query}`, { email, password: PASSWORD }),
      () => known.post(`/sign-in/again${query}`, { password: PASSWORD }),
      async () => (await newProfessional(app.origin)).post(`/sign-up${query}`, newAccount())
    ][index % 3];
    expect.soft(slow && isHere(await slow()), target).toBe(true);
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
