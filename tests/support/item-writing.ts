import { expect, type Page } from '@playwright/test';
import type { ItemType } from '#lib/domain/question-bank/keyed-item.ts';
import type { Visitor } from './visitor.ts';

/** The address at which an educator begins an item in the practice bank of the sample, as the table of items links it. */
export async function newItemAddress(educator: Visitor): Promise<string> {
  const home = await educator.get('/author');
  const activity = /\/author\/activities\/[0-9a-f-]{36}/.exec(home.body)?.[0];
  if (!activity) throw new Error('The home of educators links no activity.');
  const { body } = await educator.get(`${activity}/items`);
  const link = body
    .split('<a ')
    .find((part) => part.includes('/author/items/new?') && part.includes(': practice'));
  const address = /\/author\/items\/new\?[^"]*/.exec(link ?? '')?.[0];
  if (!address) throw new Error('The table of items links no new item.');
  return address.replaceAll('&amp;', '&');
}

const LINES: Record<ItemType, string> = {
  single: 'Acquired resistance\nPrimary resistance\nDurable response\nMixed response',
  multiple: 'Initial response\nLater progression\nNew mutation\nPrevious surgery',
  'true-false': '',
  matching: 'Primary\nAcquired\nPseudoprogression',
  ordering: 'Response\nStability\nProgression',
  numeric: '11',
  'short-text': 'acquired resistance'
};

/** Begins an item with its lead-in and its options; ends in the editor, once its script runs if it has one. */
export async function beginItem(page: Page, address: string, type: ItemType): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Type').selectOption(type);
  await page.getByLabel('Lead-in').fill('Which term describes a response that is lost later?');
  await page.getByLabel('Options, one per line').fill(LINES[type]);
  await page.getByRole('button', { name: 'Create the draft' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Item N\d\d$/);
}

/** Until its script runs, the buttons of the editor send the form. */
export const scripted = (page: Page) =>
  expect(page.getByRole('button', { name: 'Cite a reference' })).toBeVisible();

async function chooseKey(page: Page, type: ItemType): Promise<void> {
  const keys = page.locator('[name="key"]');
  if (type === 'single' || type === 'true-false') await keys.nth(0).check();
  if (type === 'multiple') for (const index of [0, 1]) await keys.nth(index).check();
  if (type !== 'matching') return;
  for (const [index, select] of (await page.locator('[name^="match-"]').all()).entries()) {
    await select.selectOption({ index: index + 1 });
  }
}

/** Fills in whatever the item still needs, but for its citation. */
export async function completeItem(page: Page, type: ItemType): Promise<void> {
  await page.getByLabel('Objective').selectOption({ index: 1 });
  for (const text of await page.locator('[name^="target-"][name$="-text"]').all()) {
    await text.fill(`Course ${(await text.getAttribute('name')) ?? ''}`);
  }
  await chooseKey(page, type);
  for (const text of await page.locator('[name$="-rationale"]').all()) {
    await text.fill(`It tells how the disease went: ${(await text.getAttribute('name')) ?? ''}.`);
  }
  await page.getByLabel('The one line that should stay').fill('Lost later: acquired.');
}

/** Cites a reference by the picker, with its passage. */
export async function citeReference(page: Page, search: string): Promise<void> {
  await page.getByRole('button', { name: 'Cite a reference' }).click();
  await page.getByLabel('Author, year, title or key').fill(search);
  await page.keyboard.press('Enter');
  await page.getByLabel('Passage', { exact: true }).fill('Resistance that follows a response is acquired.');
  await page.getByLabel('Verification').selectOption('verified');
  await page.getByLabel('What it supports').fill('the key');
}

/** Saves, and waits until it is. */
export async function saveItem(page: Page): Promise<void> {
  await page.locator('#save').click();
  await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible();
}
