import fc from 'fast-check';
import { ACCESS } from '../support/access-matrix.ts';
import { OWNERS, type Access } from '../support/access-verdicts.ts';
import { controlsOf, hostileForm, hostileString, type Controls } from '../support/hostile.ts';
import type { Answer, Visitor } from '../support/visitor.ts';
import { watchWrites, type WriteWatch } from '../support/watch-writes.ts';
import { expect, test } from './fixtures.ts';

/** On PostgreSQL, where a second connection can look. */
let watch: WriteWatch | null = null;

test.beforeAll(async ({ app }) => {
  if (app.databaseUrl !== null) watch = await watchWrites(app.databaseUrl);
});

test.afterAll(async () => {
  await watch?.close();
});

/** Of each form and address in each run; every run draws others. */
const RUNS = 12;

/** The last of those who are let in: it needs the most rights, and sees the most. */
const senderOf = (verdicts: NonNullable<Access['actions']>[string]) =>
  OWNERS.findLast((asker) => verdicts[asker] === 'let in');

function expectCalm({ status, body }: Answer): void {
  expect(status).toBeLessThan(500);
  expect(body).not.toContain('<script>alert(1)');
  expect(body).not.toContain('<img src=x onerror');
}

type Form = { address: string; fields: NonNullable<Parameters<Visitor['post']>[1]> };

/** Sends a form. Returns the tables that it wrote although it was refused; none where nobody can look. */
async function sendOnce(visitor: Visitor, { address, fields }: Form): Promise<string[]> {
  await watch?.begin();
  const answer = await visitor.post(address, fields);
  expectCalm(answer);
  return (await watch?.writtenBy(answer)) ?? [];
}

/** What writes once only is a job in the background that an earlier form asked for. */
async function writtenEachTime(visitor: Visitor, form: Form): Promise<string[]> {
  let written = await sendOnce(visitor, form);
  for (let more = 2; written.length > 0 && more > 0; more -= 1) written = await sendOnce(visitor, form);
  return written;
}

async function sendHostileForms(
  visitor: Visitor,
  { address, controls }: { address: string; controls: Controls }
) {
  await fc.assert(
    fc.asyncProperty(hostileForm(controls), async (fields) => {
      expect(await writtenEachTime(visitor, { address, fields }), 'written by a refusal').toEqual([]);
    }),
    { numRuns: RUNS }
  );
}

for (const { route, path = route, actions = {} } of ACCESS.filter((access) => access.route !== '/sign-out')) {
  for (const [index, [action, verdicts]] of Object.entries(actions).entries()) {
    const asker = senderOf(verdicts);
    if (asker === undefined) continue;
    test(`${route} ${action} takes any form without breaking @both`, async ({ wreckable: world }) => {
      test.setTimeout(120_000);
      const visitor = world.askers[asker];
      // Each action of the question page gets a question of its own: one that was answered has no form.
      const address = world.pathOf(path).replace(/\/1$/, `/${index + 1}`);
      const page = await visitor.get(address);
      const suffix = action === 'default' ? '' : `?/${action}`;
      await sendHostileForms(visitor, { address: address + suffix, controls: controlsOf(page.body) });
    });
  }
}

const withParameters = ACCESS.filter(({ route }) => route.includes('['));

for (const { route } of withParameters) {
  test(`${route} takes any address without breaking @both`, async ({ wreckable: world }) => {
    const property = fc.asyncProperty(
      fc.array(hostileString, { minLength: 3, maxLength: 3 }),
      async (parts) => {
        const values = [...parts];
        // A lone surrogate has no form in an address.
        const encode = (text = '') => encodeURIComponent(text.toWellFormed().slice(0, 2_000));
        const address = route.replaceAll(/\[\w+\]/g, () => encode(values.pop()));
        expectCalm(await world.askers.admin.get(address));
        expectCalm(await world.askers.clinician.get(address));
      }
    );
    await fc.assert(property, { numRuns: RUNS });
  });
}

test('filters of the report and other queries take anything without breaking @both', async ({
  wreckable: world
}) => {
  const names = [
    'activity',
    'from',
    'to',
    'profession',
    'name',
    'scoreMin',
    'reporting',
    'column',
    'sort',
    'add',
    'value-name',
    'value-completed',
    'after',
    'before',
    'view',
    'search',
    'returnTo',
    'choose',
    'page',
    'saved'
  ];
  const controls: Controls = new Map(names.map((name) => [name, { values: [], hidden: false }]));
  const addresses = [
    '/admin/completions',
    '/admin/completions/export.csv',
    '/admin/people',
    '/sign-in',
    '/gate',
    '/me/settings'
  ];
  const property = fc.asyncProperty(
    fc.constantFrom(...addresses),
    hostileForm(controls),
    async (address, fields) => {
      const query = new URLSearchParams(
        Object.entries(fields).map(([name, value]) => [name, String(value).slice(0, 500)])
      );
      expectCalm(await world.askers.admin.get(`${address}?${query.toString()}`));
    }
  );
  await fc.assert(property, { numRuns: 100 });
});
