import { ACCESS, ASKERS, type Access, type Asker } from '../support/access-matrix.ts';
import { holderOf, newAccount, newProfessional, personIdOf, signUpByHttp } from '../support/accounts.ts';
import { listRoutes } from '../support/routes.ts';
import { newVisitor, type Answer, type Visitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

type Askers = Record<Asker, Visitor>;

const askersTest = test.extend<object, { askers: Askers; ids: Record<string, string> }>({
  askers: [
    async ({ app }, use) => {
      const { origin } = app;
      await use({
        nobody: newVisitor(origin),
        visitor: await newProfessional(origin),
        clinician: await holderOf('clinician', app),
        educator: await holderOf('educator', app),
        admin: await holderOf('admin', app)
      });
    },
    { scope: 'worker', timeout: 60_000 }
  ],
  ids: [
    async ({ app }, use) => {
      const account = newAccount();
      await signUpByHttp(app.origin, account);
      await use({ person: await personIdOf(app.admin, account.email) });
    },
    { scope: 'worker' }
  ]
});

const outcome = ({ status, location }: Answer) =>
  location === null ? status : `→ ${new URL(location, 'http://localhost').pathname}`;

const pathOf = ({ route, path = route }: Access, ids: Record<string, string>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name);

askersTest('every route is named by the access matrix, and no other', () => {
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
  expect(inMatrix).toEqual(expect.arrayContaining(inSource));
  expect(inSource).toEqual(expect.arrayContaining(inMatrix));
});

for (const access of ACCESS) {
  const { route, get, actions = {} } = access;
  for (const asker of ASKERS) {
    if (get) {
      askersTest(`${asker} asks for ${route}: ${get[asker]}`, async ({ askers, ids }) => {
        expect(outcome(await askers[asker].get(pathOf(access, ids)))).toBe(get[asker]);
      });
    }
    for (const [action, verdicts] of Object.entries(actions)) {
      if (route === '/sign-out') continue;
      const suffix = action === 'default' || action === 'POST' ? '' : `?/${action}`;
      askersTest(`${asker} sends ${action} to ${route}: ${verdicts[asker]}`, async ({ askers, ids }) => {
        const answer = await askers[asker].post(`${pathOf(access, ids)}${suffix}`);
        if (verdicts[asker] !== 'let in') expect(outcome(answer)).toBe(verdicts[asker]);
        else expect([200, 303, 400, 404, 409]).toContain(answer.status);
      });
    }
  }
}
