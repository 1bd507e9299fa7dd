import type { Page } from '@playwright/test';
import type { ProfessionId } from '#lib/domain/identity/profession.ts';
import { openDatabase, type Executor } from '#lib/server/db/index.ts';
import { accreditSample } from '../support/accredit-sample.ts';
import { makeClaimant, signIn } from '../support/claimants.ts';
import { ACTIVITY, enterAs } from '../support/journey.ts';
import { textOfPdf } from '../support/pdf.ts';
import { startApp, type AppDatabase, type RunningApp } from '../support/running-app.ts';
import { expect, freshDatabase, test } from './fixtures.ts';

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } });

/** What each profession gets for half an hour of the sample. */
const DOCUMENTS: { profession: ProfessionId; heading: string; amount: string }[] = [
  {
    profession: 'physician',
    heading: 'Certificate of completion',
    amount: '0.5 demonstration credit'
  },
  {
    profession: 'nurse',
    heading: 'Certificate of participation',
    amount: '0.5 hours of participation (demonstration)'
  },
  {
    profession: 'pharmacist',
    heading: 'Completion summary (not a statement of credit)',
    amount: '0.5 hours of participation (demonstration)'
  },
  {
    profession: 'other',
    heading: 'Certificate of participation',
    amount: '0.5 hours of participation (demonstration)'
  }
];

let database: AppDatabase;

test.beforeAll(async () => {
  database = await freshDatabase('postgres');
});

test.afterAll(() => database.remove());

/** Works in the database as its owner, while no program runs on it. */
async function prepare<Value>(work: (db: Executor) => Promise<Value>): Promise<Value> {
  const { db, close } = await openDatabase({
    databaseUrl: database.variables['MIGRATION_DATABASE_URL'] ?? '',
    dataDir: ''
  });
  try {
    return await work(db);
  } finally {
    await close();
  }
}

async function withApp(work: (app: RunningApp) => Promise<void>): Promise<void> {
  const app = await startApp(database);
  try {
    await work(app);
  } finally {
    await app.stop();
  }
}

async function openClaim(page: Page, app: RunningApp, email: string): Promise<void> {
  await page.context().clearCookies();
  await enterAs(page, await signIn(app.origin, email), app.origin);
  await page.goto(`${app.origin}${ACTIVITY}/claim`);
  await page.getByLabel('How much credit do you claim?').selectOption('2');
}

const send = (page: Page) => page.getByRole('button', { name: 'Claim credit' }).click();

test('gives each profession the document that fits it, and asks for no report in a demonstration', async ({
  page
}) => {
  const emails = await prepare((db) =>
    Promise.all(DOCUMENTS.map(({ profession }) => makeClaimant(db, { profession })))
  );
  await withApp(async (app) => {
    for (const [index, { heading, amount }] of DOCUMENTS.entries()) {
      await openClaim(page, app, emails[index] ?? '');
      await expect(page.getByRole('checkbox')).toHaveCount(0);
      await send(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      await expect(page.getByRole('main')).toContainText(amount);
      const pdf = textOfPdf(await (await page.request.get(`${page.url()}.pdf`)).body());
      expect(pdf).toContain(heading);
      expect(pdf.replaceAll(/\s+/g, ' ')).toContain(amount);
    }
  });
});

test('asks a physician what may be reported, keeps it, and lets it be withdrawn', async ({ page }) => {
  const email = await prepare(async (db) => {
    await accreditSample(db, { offers: { 'ama-pra-1': 2, 'abim-moc': 2 } });
    return makeClaimant(db, { profession: 'physician', country: 'US' });
  });
  await withApp(async (app) => {
    await openClaim(page, app, email);
    const pars = page.getByRole('checkbox', { name: 'ACCME PARS' });
    await expect(pars).not.toBeChecked();
    await expect(page.getByLabel('License number', { exact: true })).toBeHidden();
    await pars.check();
    await page.getByLabel('License number', { exact: true }).fill('A012345');
    await page.getByLabel('Month', { exact: true }).selectOption('February');
    await page.getByLabel('Day', { exact: true }).fill('30');
    await send(page);
    await expect(page).toHaveTitle(/^Error: /);
    await expect(page.locator('#error-summary')).toContainText('Choose the state that issued your license');
    await expect(page.locator('#birthDay-error')).toContainText('there is no February 30');
    await expect(pars).toBeChecked();
    await expect(page.getByLabel('How much credit do you claim?')).toHaveValue('2');
    await expect(page.getByLabel('License number', { exact: true })).toHaveValue('A012345');

    await page.getByLabel('State of your license', { exact: true }).selectOption('California');
    await page.getByLabel('Day', { exact: true }).fill('29');
    await send(page);
    await expect(page.getByRole('main')).toContainText('0.5 AMA PRA Category 1 Credit™');

    await page.goto(`${app.origin}/me/reporting`);
    await page.getByRole('button', { name: /^Withdraw permission ?: ACCME PARS/ }).click();
    await expect(page.getByRole('status')).toContainText('Saved');
    await expect(page.getByRole('button', { name: /^Permit this report ?: ACCME PARS/ })).toBeVisible();
    await page.getByRole('button', { name: /^Permit this report ?: ABIM MOC/ }).click();
    await expect(page.locator('#error-summary')).toContainText('needs numbers that we do not have');
  });
});
