import type { Browser, Page } from '@playwright/test';
import type { Askable } from '../support/check-access.ts';
import { holderOf, newAccount, newProfessional, personIdOf, signUpByHttp } from '../support/accounts.ts';
import { answerAll, claim, enterAs, evaluate, finish, start } from '../support/journey.ts';
import type { RunningApp } from '../support/running-app.ts';
import { externalCreditOf } from '../support/external-credit.ts';
import { studioIds } from '../support/studio-ids.ts';
import { newVisitor, type Visitor } from '../support/visitor.ts';

type App = RunningApp & { admin: Visitor };

/**
 * People of every kind, and the ids of what the clinician among them has: `attempt` is open; `finished`, `certificate` and
 * `code` are of a full journey.
 */
export type World = Askable;

const idIn = (page: Page) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(page.url())?.[0] ?? '';

/** Goes the whole way as the clinician, and leaves a practice attempt open. */
async function makeRecords(page: Page): Promise<Record<string, string>> {
  await start(page, 'pretest');
  await answerAll(page);
  await finish(page);
  await start(page, 'assessment');
  const finished = idIn(page);
  await answerAll(page);
  await finish(page);
  await evaluate(page);
  await claim(page);
  const certificate = idIn(page);
  const link = await page.getByRole('link', { name: 'See what others see' }).getAttribute('href');
  await start(page, 'practice');
  return { finished, certificate, code: link?.split('/').at(-1) ?? '', attempt: idIn(page) };
}

async function recordsOf(visitor: Visitor, { browser, origin }: { browser: Browser; origin: string }) {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await enterAs(page, visitor, origin);
  const records = await makeRecords(page);
  await context.close();
  return records;
}

/** The first id on a page of admins that stands between `before` and `after` in an address. */
async function idOn(admin: Visitor, path: string, [before, after]: [string, string]): Promise<string> {
  const { body } = await admin.get(path);
  return new RegExp(`${before}([0-9a-f-]{36})${after}`).exec(body)?.[1] ?? '';
}

/** An institution on a port of this machine where nobody answers. */
async function institutionOf(admin: Visitor, nth: number): Promise<string> {
  const issuer = `http://127.0.0.1:${nth + 1}`;
  const fields = { name: `Hospital ${nth + 1}`, issuer, clientId: 'footnote' };
  const { location } = await admin.post('/admin/settings/institutions/new', fields);
  return /[0-9a-f-]{36}/.exec(location ?? '')?.[0] ?? '';
}

/** Makes the world once a worker; another `nth` has items of its own. */
export async function makeWorld(app: App, browser: Browser, nth: number): Promise<World> {
  const { origin, admin } = app;
  const askers = {
    nobody: newVisitor(origin),
    visitor: await newProfessional(origin),
    clinician: await holderOf('clinician', app),
    'other clinician': await holderOf('clinician', app),
    educator: await holderOf('educator', app),
    'other educator': await holderOf('educator', app),
    admin: await holderOf('admin', app)
  };
  const records = await recordsOf(askers.clinician, { browser, origin });
  const somebody = newAccount();
  await signUpByHttp(origin, somebody);
  const person = await personIdOf(admin, somebody.email);
  const ids: Record<string, string> = {
    person,
    ...records,
    external: await externalCreditOf(askers.clinician),
    completion: await idOn(admin, '/admin/completions', ['/admin/completions/', '/evidence']),
    institution: await institutionOf(admin, nth),
    outcomes: await idOn(admin, '/admin/outcomes', ['/admin/outcomes/', '"']),
    ...(await studioIds(askers, nth))
  };
  const pathOf = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name);
  return { askers, pathOf };
}
