import { ACCESS } from '../support/access-matrix.ts';
import { ASKERS } from '../support/access-verdicts.ts';
import { signUpByHttp } from '../support/accounts.ts';
import { listRoutes } from '../support/routes.ts';
import { newVisitor, type Answer, type Visitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';
import type { World } from './world.ts';

const outcome = ({ status, location }: Answer) =>
  location === null ? status : `→ ${new URL(location, 'http://localhost').pathname}`;

/** The hidden fields of a question's form; no other form reads them. */
const OWN_FIELDS = { sequence: '1', key: crypto.randomUUID() };

const expected = (value: unknown, { pathOf }: World) => (typeof value === 'string' ? pathOf(value) : value);

/** Sends the form of an action, or asks with the method that it names. */
function send(visitor: Visitor, { action, path }: { action: string; path: string }): Promise<Answer> {
  if (action === 'DELETE') return visitor.ask(action, path);
  const suffix = action === 'default' || action === 'POST' ? '' : `?/${action}`;
  return visitor.post(path + suffix, OWN_FIELDS);
}

test('every route is named by the access matrix, and no other', () => {
  const inSource = listRoutes().map(({ id, methods, actions }) => ({
    route: id,
    get: methods.includes('GET'),
    actions: [...actions, ...methods.filter((method) => method !== 'GET' && actions.length === 0)].sort()
  }));
  const inMatrix = ACCESS.map(({ route, get, actions = {} }) => ({
    route,
    get: get !== undefined,
    actions: Object.keys(actions).sort()
  }));
  const byRoute = (one: { route: string }, other: { route: string }) => one.route.localeCompare(other.route);
  expect(inMatrix.sort(byRoute)).toEqual(inSource.sort(byRoute));
});

for (const { route, path = route, get, actions = {} } of ACCESS.filter(
  (access) => access.route !== '/sign-out'
)) {
  test(`${route} lets in whom it should`, async ({ wreckable: world }) => {
    for (const asker of get ? ASKERS : []) {
      const answer = await world.askers[asker].get(world.pathOf(path));
      expect.soft(outcome(answer), `${asker} asks`).toBe(expected(get?.[asker], world));
    }
    for (const [action, verdicts] of Object.entries(actions)) {
      for (const asker of ASKERS) {
        const answer = await send(world.askers[asker], { action, path: world.pathOf(path) });
        if (verdicts[asker] !== 'let in')
          expect.soft(outcome(answer), `${asker} sends ${action}`).toBe(verdicts[asker]);
        else expect.soft([200, 303, 400, 404, 409], `${asker} sends ${action}`).toContain(answer.status);
      }
    }
  });
}

test('/sign-out ends the session by POST alone, for whoever asks', async ({ app }) => {
  for (const visitor of [newVisitor(app.origin), await signUpByHttp(app.origin)]) {
    const wasSignedIn = (await visitor.get('/me')).status === 200;
    expect(outcome(await visitor.get('/sign-out'))).toBe('→ /');
    expect((await visitor.get('/me')).status === 200, 'a GET changes nothing').toBe(wasSignedIn);
    expect(outcome(await visitor.post('/sign-out'))).toBe('→ /');
    expect(outcome(await visitor.get('/me'))).toBe('→ /sign-in');
  }
});
