import { sql } from 'drizzle-orm';
import type { Page } from '@playwright/test';
import { openDatabase } from '#lib/server/db/index.ts';
import { newAccount, signUpByHttp, type AccountFields } from '../support/accounts.ts';
import { openBadNetwork, type BadNetwork } from '../support/bad-network.ts';
import { freePort } from '../support/free-port.ts';
import { ACTIVITY } from '../support/journey.ts';
import { patientPerson, type PatientPerson } from '../support/patient-person.ts';
import { startApp } from '../support/running-app.ts';
import { expect, freshDatabase, test } from './fixtures.ts';

/** `NETWORK=quick npx playwright test bad-network`; `real` has the latency of a cellar and takes many minutes. */
const IS_REAL = process.env['NETWORK'] === 'real';
const WEATHER = { loss: 0.2, latencyMs: IS_REAL ? 3_000 : 30 };

const QUESTION = /\/attempts\/[0-9a-f-]{36}\/\d+$/;
const LESSON = 9;
const PRACTICE = 3;
const ASSESSMENT = 10;

type Journey = { page: Page; person: PatientPerson; network: BadNetwork };

test.use({ viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true, serviceWorkers: 'allow' });

/** Reloads until the worker has kept as many pages whose address holds `part`. */
async function untilKept({ page }: Journey, part: string, count: number): Promise<void> {
  const kept = () =>
    page.evaluate(async (wanted) => {
      const held = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys())
      );
      return held.flat().filter(({ url }) => url.includes(wanted)).length;
    }, part);
  await expect(async () => {
    const isKept = expect.poll(kept, { timeout: IS_REAL ? 60_000 : 4_000 }).toBe(count);
    await isKept.catch(async (late: unknown) => {
      await page.reload().catch(() => null);
      throw late;
    });
  }).toPass();
}

async function readLesson(journey: Journey, { email, password }: AccountFields): Promise<void> {
  const { page, person, network } = journey;
  const lesson = `${network.origin}${ACTIVITY}/lesson`;
  await person.to(/sign-in/, () =>
    page.goto(`${network.origin}/sign-in?returnTo=${ACTIVITY}/lesson/overview`)
  );
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await person.to(/gate/, () => page.getByRole('button', { name: 'Sign in', exact: true }).click());
  await person.to(/overview$/, () =>
    page.getByRole('button', { name: 'I am a healthcare professional' }).click()
  );
  await untilKept(journey, '/lesson/', LESSON);
  network.cut();
  await page.goto(`${lesson}/summary`);
  await expect(page.getByText('kept on this device')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Summary card');
  await page.goto(`${network.origin}${ACTIVITY}/assessment`);
  await expect(page.getByText('The assessment needs a connection.')).toBeVisible();
  network.mend();
}

/** As the browser does with a worker that it has no use for at the moment. */
async function killWorker(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

const KEPT = 'Saved on this device, will send when online.';

/** Two of the answers are given while nothing passes, one of them in another tab, which is then closed. Gives its count. */
async function practise(journey: Journey): Promise<number> {
  const { page, person, network } = journey;
  await person.to(/practice$/, () => page.goto(`${network.origin}${ACTIVITY}/practice`));
  await page.getByRole('radio').nth(1).check();
  await person.to(QUESTION, () => page.getByRole('button', { name: 'Start practice' }).click());
  const attempt = page.url().replace(/\d+$/, '');
  await untilKept(journey, new URL(attempt).pathname, PRACTICE);
  await person.answer();
  await person.untilSaved(`${attempt}1`);
  await person.to(/2$/, () => page.getByRole('link', { name: 'Next question' }).click());
  network.cut();
  await page.context().setOffline(true);
  await page.locator('#save').click();
  await expect(page.getByText('answer every part of the question first')).toBeVisible();
  await page.context().setOffline(false);
  await killWorker(page);
  await person.answer();
  await expect(page.getByText(KEPT)).toBeVisible();
  const tab = await page.context().newPage();
  const inTab = patientPerson(tab, { nudges: false });
  await tab.goto(`${attempt}3`);
  await inTab.answer();
  await expect(tab.getByText(KEPT)).toBeVisible();
  await tab.close();
  network.mend();
  await person.untilSaved(`${attempt}2`);
  await expect(page.locator('#saved')).toHaveText(/^Saved \d\d:\d\d:\d\d$/);
  await person.to(/check$/, () => page.goto(`${attempt}check`));
  await expect(async () => {
    if ((await page.getByText('Not answered').count()) > 0) await page.reload();
    await expect(page.getByText('Not answered')).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await person.to(/result$/, () => page.getByRole('button', { name: /^Finish/ }).click());
  return inTab.chosen();
}

/** In the middle of it nothing passes for a while. */
async function sitAssessment({ page, person, network }: Journey): Promise<void> {
  await person.to(/assessment$/, () => page.goto(`${network.origin}${ACTIVITY}/assessment`));
  await person.to(QUESTION, () => page.getByRole('button', { name: /^Start/ }).click());
  for (let position = 1; position <= ASSESSMENT; position += 1) {
    const question = page.url();
    if (position === 5) network.cut();
    await person.answer();
    if (position === 5) {
      await expect(page.getByText(/^Not saved yet/)).toBeVisible();
      network.mend();
    }
    await person.untilSaved(question);
  }
  await person.to(/check$/, async () => {});
  await person.to(/result$/, () => page.getByRole('button', { name: /^Finish/ }).click());
}

test('a journey on a bad network that is cut twice completes with nothing typed twice @postgres', async ({
  page,
  databaseKind
}) => {
  test.setTimeout(IS_REAL ? 3_600_000 : 120_000);
  const port = await freePort();
  const database = await freshDatabase(databaseKind);
  const variables = { ...database.variables, ORIGIN: `http://localhost:${port}` };
  const app = await startApp({ ...database, variables });
  const network = await openBadNetwork({ port, target: Number(new URL(app.origin).port), seed: 20 });
  const { db, close } = await openDatabase({
    databaseUrl: database.variables['DATABASE_URL'] ?? null,
    dataDir: ''
  });
  const count = async (what: ReturnType<typeof sql>) => {
    const [row] = await db.select({ rows: sql<number>`count(*)::int` }).from(what);
    return row?.rows;
  };
  try {
    const account = newAccount();
    const earlier = await signUpByHttp(network.origin, account);
    const { location } = await earlier.post(`${ACTIVITY}/pretest`);
    await earlier.post(`${location?.replace(/\d+$/, 'check')}`);
    network.be(WEATHER);
    const journey = { page, person: patientPerson(page, { nudges: !IS_REAL }), network };
    await readLesson(journey, account);
    const inTab = await practise(journey);
    await sitAssessment(journey);
    await expect(page.getByRole('main')).toContainText('10 of 10');
    const chosen = journey.person.chosen() + inTab;
    expect(chosen).toBe(PRACTICE + ASSESSMENT);
    expect(await count(sql`responses`)).toBe(chosen);
    const events = sql`audit_events where action = 'attempt.submit-response'`;
    expect(await count(events), 'stored once each').toBe(chosen);
    expect(network.counts.lostBefore, 'some were lost on their way').toBeGreaterThan(0);
    expect(network.counts.lostAfter, 'some were taken, and the answer was lost').toBeGreaterThan(0);
    expect(network.counts.arrived, 'so some came twice').toBeGreaterThan(chosen);
    network.be({ loss: 0, latencyMs: 0 });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible();
    const left = await page.evaluate(async () => [...(await caches.keys()), ...Object.keys(localStorage)]);
    expect(left, 'what the device kept is gone').toEqual([]);
  } finally {
    await close();
    await network.close();
    await app.stop();
    await database.remove();
  }
});
