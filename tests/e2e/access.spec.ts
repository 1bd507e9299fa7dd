import { ACCESS } from '../support/access-matrix.ts';
import { signUpByHttp } from '../support/accounts.ts';
import { breachesOf, isOfTeam, outcomeOf, violationsOf } from '../support/check-access.ts';
import { apiBreaches } from '../support/check-api-access.ts';
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
  expect(await apiBreaches({ origin, admin: askers.admin })).toEqual([]);
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
