import { createHash } from 'node:crypto';
import { faultsOf } from '../support/api-contract.ts';
import { endTokens, makeToken } from '../support/api-token.ts';
import { expect, test } from './fixtures.ts';

const ALL = ['completions:read', 'exports:make', 'outcomes:read'];

type Asked = { method?: string; path: string; token?: string; body?: string };

/** A program that holds each answer against the document. `as`: the path as the document names it. */
function client(origin: string) {
  return async (as: string, { method = 'GET', path, token = '', body }: Asked) => {
    const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(origin + path, { method, headers, ...(body === undefined ? {} : { body }) });
    const json: unknown = await response.json();
    expect(faultsOf({ method: method.toLowerCase(), path: as, status: response.status }, json)).toEqual([]);
    return { status: response.status, headers: response.headers, json };
  };
}

const record = (value: unknown): Record<string, unknown> => Object.fromEntries(Object.entries(value ?? {}));

test('a program reads completions and fetches files with a token, as the document of the API says', async ({
  app,
  wreckable: { askers }
}) => {
  const ask = client(app.origin);
  const token = await makeToken(askers.admin, ALL);
  const document = await fetch(`${app.origin}/api/v1/openapi.json`);
  expect(record(await document.json())).toMatchObject({ openapi: '3.1.0' });

  await test.step('refuses whoever shows none, a wrong one, or one without the scope', async () => {
    const path = '/api/v1/completions';
    expect((await ask(path, { path })).status).toBe(401);
    const wrong = await ask(path, { path, token: 'footnote_wrong' });
    expect([wrong.status, wrong.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="Footnote", error="invalid_token"'
    ]);
    const narrow = await makeToken(askers.admin, ['exports:make']);
    expect((await ask(path, { path, token: narrow })).status).toBe(403);
    expect((await ask(path, { path: `${path}?limit=0&from=soon`, token })).json).toMatchObject({
      errors: [{ field: 'from' }, { field: 'limit' }]
    });
  });

  await test.step('gives completions page by page', async () => {
    const path = '/api/v1/completions';
    const { json } = await ask(path, { path: `${path}?limit=1`, token });
    expect(json).toMatchObject({
      completions: [{ activity: 'resistance-to-immunotherapy', items_total: 10 }]
    });
    const columns = await ask(path, { path: `${path}?column=completion_id&column=reporting`, token });
    expect(JSON.stringify(columns.json)).toMatch(
      /^\{"completions":\[\{"completion_id":"[^"]+","reporting":null\}/
    );
    const activities = await ask('/api/v1/activities', { path: '/api/v1/activities', token });
    expect(JSON.stringify(activities.json)).toContain('resistance-to-immunotherapy');
  });

  await test.step('has a file made, and gives it whole', async () => {
    const body = JSON.stringify({ format: 'csv', reason: 'Nightly copy' });
    const path = '/api/v1/exports';
    expect((await ask(path, { method: 'POST', path, token, body: '{"format":"pdf"}' })).status).toBe(400);
    const asked = await ask(path, { method: 'POST', path, token, body });
    expect(asked.status).toBe(202);
    const own = asked.headers.get('location') ?? '';
    const read = async () => record((await ask('/api/v1/exports/{id}', { path: own, token })).json);
    await expect.poll(async () => (await read())['state'], { timeout: 30_000 }).toBe('finished');
    const { file, sha256, bytes } = await read();
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(app.origin + String(file), { headers });
    const content = Buffer.from(await answer.arrayBuffer());
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
    const ended = await ask('/api/v1/exports/{id}', { method: 'DELETE', path: own, token });
    expect(ended.status).toBe(409);
    const stream = await fetch(`${app.origin}/api/v1/completions/export.ndjson`, { headers });
    expect(record(JSON.parse((await stream.text()).split('\n')[0] ?? ''))).toHaveProperty('completion_id');
  });

  await test.step('gives outcomes', async () => {
    const path = '/api/v1/outcomes';
    const { json } = await ask(path, { path, token });
    const [, id = ''] = /"id":"([^"]+)"/.exec(JSON.stringify(json)) ?? [];
    expect((await ask(`${path}/{id}`, { path: `${path}/${id}`, token })).json).toMatchObject({ id });
    expect((await ask(`${path}/{id}`, { path: `${path}/none`, token })).status).toBe(404);
  });

  await test.step('lets nobody in any more once the token was ended', async () => {
    await endTokens(askers.admin);
    expect((await ask('/api/v1/activities', { path: '/api/v1/activities', token })).status).toBe(401);
  });
});
