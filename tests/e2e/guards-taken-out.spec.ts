import { ACCESS } from '../support/access-matrix.ts';
import { newProfessional, signUpByHttp } from '../support/accounts.ts';
import { violationsOf, type Askable } from '../support/check-access.ts';
import { apiBreaches } from '../support/check-api-access.ts';
import { externalCreditOf } from '../support/external-credit.ts';
import { makeFirstAdmin } from '../support/first-admin.ts';
import { startApp, type RunningApp } from '../support/running-app.ts';
import { withoutGuards } from '../support/taken-out.ts';
import { newVisitor } from '../support/visitor.ts';
import { expect, freshDatabase, test } from './fixtures.ts';

/** One of each kind: the role for a page, the role for an action, the owner of a record, the scope of a token. */
const GUARDS = [
  { file: '/pages/admin/outbox/_page.server', from: '\n\trequireRole(event, "admin");', to: '' },
  {
    file: '/pages/admin/outbox/_page.server',
    from: 'const { id: actorId } = requireRole(event, "admin");',
    to: 'const actorId = event.locals.person?.id ?? null;'
  },
  { file: '/external-queries', from: ', eq(externalCredits.personId, personId));', to: ');' },
  { file: '/answer-api', from: 'found.value.scopes.includes(scope)', to: 'true' }
];

/** Clinicians stand for educators too: nothing that is asked here is for either. */
async function makeWorld({ origin }: RunningApp, admin: Askable['askers']['admin']): Promise<Askable> {
  const [clinician, other] = [await signUpByHttp(origin), await signUpByHttp(origin)];
  const external = await externalCreditOf(clinician);
  return {
    askers: {
      ...{ nobody: newVisitor(origin), visitor: await newProfessional(origin), admin },
      ...{ clinician, 'other clinician': other, educator: other, 'other educator': other }
    },
    pathOf: (path) => path.replace('{external}', external)
  };
}

test('the tests of access tell where a guard was taken out of the program, and nothing else', async () => {
  const database = await freshDatabase('embedded');
  const variables = { ...database.variables, ...withoutGuards(GUARDS) };
  const app = await startApp({ ...database, variables });
  try {
    const admin = await makeFirstAdmin(app);
    const world = await makeWorld(app, admin);
    const told = async (route: string) => {
      const access = ACCESS.find((one) => one.route === route);
      return access ? violationsOf(access, world) : [];
    };
    expect(await told('/admin/settings'), 'a route that kept its guards').toEqual([]);
    const outbox = await told('/admin/outbox');
    for (const asker of ['nobody', 'clinician', 'educator']) {
      expect.soft(outbox.join('\n')).toContain(`${asker} asks and gets 200, not `);
      expect.soft(outbox.join('\n')).toContain(`${asker} sends cancel and gets 400, not `);
    }
    expect(await told('/me/transcript/external/[id]')).toContain(
      'other clinician asks and gets 200, not 404'
    );
    expect(await apiBreaches({ origin: app.origin, admin })).toContain(
      'GET /api/v1/outcomes without outcomes:read gets 200'
    );
  } finally {
    await app.stop();
    await database.remove();
  }
});
