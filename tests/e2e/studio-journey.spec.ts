import type { Browser, Page } from '@playwright/test';
import { ITEM_TYPES } from '#lib/domain/question-bank/item-types.ts';
import type { ItemType } from '#lib/domain/question-bank/keyed-item.ts';
import { holderOf } from '../support/accounts.ts';
import {
  beginItem,
  citeReference,
  completeItem,
  newItemAddress,
  saveItem,
  scripted
} from '../support/item-writing.ts';
import { ACTIVITY, answerAll, enterAs, finish, start } from '../support/journey.ts';
import type { RunningApp } from '../support/running-app.ts';
import type { Visitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

const STEM = 'Which term describes a response that is lost later?';
const NEW_STEM = 'Which term names a response that was lost?';

type Place = { app: RunningApp; browser: Browser; javaScriptEnabled: boolean };

async function openAs({ app, browser, javaScriptEnabled }: Place, visitor: Visitor): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.origin, javaScriptEnabled });
  const page = await context.newPage();
  await enterAs(page, visitor, app.origin);
  return page;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** The author gives the version to review, another educator approves it, the author publishes it. */
async function publish(author: Page, reviewer: Page): Promise<void> {
  const item = new URL(author.url()).pathname;
  await author.goto(item);
  await press(author, 'Submit for review');
  await expect(author.getByRole('status').first()).toContainText('Given to its reviewers');
  await reviewer.goto(item);
  await reviewer.getByRole('link', { name: 'Read and review' }).click();
  await press(reviewer, /^Approve version/);
  await expect(reviewer.getByRole('status').first()).toContainText('Your approval is recorded');
  await author.goto(item);
  await press(author, /^Publish version/);
  await expect(author.getByRole('status').first()).toContainText('Published');
}

async function citePlainly(page: Page): Promise<void> {
  await page.getByLabel('Reference', { exact: true }).selectOption({ index: 3 });
  await press(page, 'Add citation');
  await page.getByLabel('Passage', { exact: true }).fill('Resistance that follows a response is acquired.');
  await page.getByLabel('Verification').selectOption('verified');
  await page.getByLabel('What it supports').fill('the key');
  await page.locator('#save').click();
}

/** Writes an item of the type and takes it to learners; gives its address. */
async function write(
  pages: { author: Page; reviewer: Page; isPlain: boolean },
  address: string,
  type: ItemType
) {
  const { author, reviewer, isPlain } = pages;
  await beginItem(author, address, type);
  if (!isPlain) await scripted(author);
  await completeItem(author, type);
  if (isPlain) await citePlainly(author);
  else {
    await citeReference(author, 'sharma 2017');
    await saveItem(author);
  }
  await publish(author, reviewer);
  return new URL(author.url()).pathname;
}

/** Which type of item the page of a question shows. */
async function typeOn(page: Page): Promise<ItemType> {
  const has = async (selector: string) => (await page.locator(`#question-form ${selector}`).count()) > 0;
  if (await has('[name="response"][inputmode="decimal"]')) return 'numeric';
  if (await has('[name="response"]')) return 'short-text';
  if (await has('select[name^="match-"]')) return 'matching';
  if (await has('select[name^="position-"]')) return 'ordering';
  if (await has('[type="checkbox"]')) return 'multiple';
  return (await page.getByRole('radio', { name: 'True' }).count()) > 0 ? 'true-false' : 'single';
}

/**
 * Practices the first objective once, three questions, and gives the address of each one with the stem, by its type. Items
 * that were not met before come first, so a few rounds meet all.
 */
async function practise(page: Page, stem: string): Promise<Map<ItemType, string>> {
  await page.goto(`${ACTIVITY}/practice`);
  await page.locator('[name="choose"][value="objective:LO1"]').check();
  await press(page, /^Start/);
  const found = new Map<ItemType, string>();
  const attempt = page.url().replace(/\d+$/, '');
  for (let position = 1; position <= 3; position += 1) {
    await page.goto(`${attempt}${position}`);
    const shown = await page.getByRole('heading', { level: 1 }).innerText();
    if (shown.includes(stem)) found.set(await typeOn(page), page.url());
  }
  return found;
}

/** Somebody who has taken the pre-test and may practice. */
async function openLearner(place: Place & { app: RunningApp & { admin: Visitor } }): Promise<Page> {
  const page = await openAs(place, await holderOf('clinician', place.app));
  await start(page, 'pretest');
  await answerAll(page);
  await finish(page);
  return page;
}

async function edit(author: Page, reviewer: Page, item: string, isPlain: boolean): Promise<void> {
  await author.goto(item);
  await press(author, 'Edit: start version 2');
  if (!isPlain) await scripted(author);
  await author.getByLabel('Lead-in').fill(NEW_STEM);
  await author.locator('#save').click();
  if (!isPlain) await expect(author.getByText(/Saved \d\d:\d\d/)).toBeVisible();
  await publish(author, reviewer);
}

for (const javaScriptEnabled of [true, false]) {
  const types: ItemType[] = javaScriptEnabled ? ITEM_TYPES.map(({ id }) => id) : ['single'];
  const title = javaScriptEnabled ? 'items of all types go' : 'an item goes, without JavaScript,';
  test(`${title} from the studio to learners; who met the earlier version keeps it`, async ({
    app,
    browser
  }) => {
    test.slow();
    const place = { app, browser, javaScriptEnabled };
    const ana = await holderOf('educator', app);
    const author = await openAs(place, ana);
    const reviewer = await openAs(place, await holderOf('educator', app));
    const address = await newItemAddress(ana);
    const written = new Map<ItemType, string>();
    for (const type of types) {
      written.set(type, await write({ author, reviewer, isPlain: !javaScriptEnabled }, address, type));
    }
    const learner = await openLearner(place);
    const met = new Map<ItemType, string>();
    for (let round = 0; round < 8 && !types.every((type) => met.has(type)); round += 1) {
      for (const [type, at] of await practise(learner, STEM)) if (!met.has(type)) met.set(type, at);
    }
    expect([...met.keys()]).toEqual(expect.arrayContaining(types));

    await edit(author, reviewer, written.get('single') ?? '', !javaScriptEnabled);
    await learner.goto(met.get('single') ?? '');
    await expect(learner.getByRole('heading', { level: 1 })).toContainText(STEM);
    let isDrawn = false;
    for (let round = 0; round < 8 && !isDrawn; round += 1)
      isDrawn = (await practise(learner, NEW_STEM)).has('single');
    expect(isDrawn, 'the new version is drawn').toBe(true);
    for (const page of [author, reviewer, learner]) await page.context().close();
  });
}
