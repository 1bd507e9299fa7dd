import { API_SCOPES } from '#lib/domain/identity/api-scope.ts';
import { ACCESS } from '../support/access-matrix.ts';
import { signUpByHttp } from '../support/accounts.ts';
import { API_ACCESS } from '../support/api-access.ts';
import { endTokens, makeToken } from '../support/api-token.ts';
import { breachesOf, isOfTeam, outcomeOf, violationsOf } from '../support/check-access.ts';
import { listRoutes } from '../support/routes.ts';
import { newVisitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

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

for (const access of ACCESS.filter(({ route }) => route !== '/sign-out')) {
  test(`${access.route} lets in whom it should`, async ({ wreckable: world }) => {
    expect(await violationsOf(access, world)).toEqual([]);
  });
}

test('what a team works on is not there for another educator: no page of it, no action, no item', async ({
  wreckable: { askers, pathOf }
}) => {
  const [person, team] = [pathOf('/admin/people/{person}'), pathOf('/author/activities/{activity}/team')];
  await askers.admin.post(`${person}?/give`, { role: 'educator' });
  const added = await askers.educator.post(`${team}?/add`, { person: pathOf('{person}'), part: 'author' });
  expect(outcomeOf(added)).toBe(`→ ${team}`);
  try {
    for (const access of ACCESS.filter(isOfTeam))
      expect.soft(await breachesOf(access, { askers, pathOf }), access.route).toEqual([]);
    const { body } = await askers['other educator'].get('/author');
    expect(body).not.toContain(pathOf('{activity}'));
    expect((await askers.admin.get(team)).status, 'an admin can mend it').toBe(200);
  } finally {
    // The other tests of this process need the activity open to every educator.
    expect(outcomeOf(await askers.educator.post(`${team}?/dissolve`))).toBe(`→ ${team}`);
  }
});

test('every route of the API asks for its scope, and takes no cookie, no wrong and no ended token instead', async ({
  app: { origin },
  wreckable: { askers }
}) => {
  const scopes = API_SCOPES.map(({ id }) => id);
  const ended = await makeToken(askers.admin, scopes);
  await endTokens(askers.admin);
  const narrow = new Map<string | null, string>();
  for (const scope of scopes) {
    const others = scopes.filter((other) => other !== scope);
    narrow.set(scope, await makeToken(askers.admin, others));
  }
  for (const { route, path = route, get, actions = {}, scope } of API_ACCESS) {
    if (scope === null) continue;
    for (const method of [...(get ? ['GET'] : []), ...Object.keys(actions)]) {
      const ask = async (authorization: string) =>
        (await fetch(origin + path, { method, headers: { authorization, origin } })).status;
      const answers = [
        await ask(`Bearer ${narrow.get(scope) ?? ''}`),
        await ask(`Bearer ${ended}`),
        await ask(`Basic ${ended}`)
      ];
      // That a token ends by its date is shown with another clock in tests/integration/identity.
      expect.soft(answers, `${method} ${route}`).toEqual([403, 401, 401]);
    }
  }
});

test('/sign-out ends the session by POST alone, for whoever asks', async ({ app }) => {
  for (const visitor of [newVisitor(app.origin), await signUpByHttp(app.origin)]) {
    const wasSignedIn = (await visitor.get('/me')).status === 200;
    expect(outcomeOf(await visitor.get('/sign-out'))).toBe('→ /');
    expect((await visitor.get('/me')).status === 200, 'a GET changes nothing').toBe(wasSignedIn);
    expect(outcomeOf(await visitor.post('/sign-out'))).toBe('→ /');
    expect(outcomeOf(await visitor.get('/me'))).toBe('→ /sign-in');
  }
});
