import { holderOf } from '../support/accounts.ts';
import { beginItem, newItemAddress, scripted } from '../support/item-writing.ts';
import { enterAs } from '../support/journey.ts';
import type { Visitor } from '../support/visitor.ts';
import { expect, test } from './fixtures.ts';

/** Adds a paste of references that sort behind all others, as a reference manager would. */
async function addFillers(educator: Visitor, numbers: number[]): Promise<void> {
  const pasted = numbers.map(
    (number) => `TY  - JOUR\nAU  - Zz, A\nTI  - Filler ${number}x\nPY  - 2001\nER  - \n`
  );
  const choices = numbers.flatMap((_, index) => [
    [`choice-${index + 1}`, 'add'],
    [`former-${index + 1}`, '']
  ]);
  const fields: Record<string, string> = { pasted: pasted.join(''), ...Object.fromEntries(choices) };
  const { location } = await educator.post('/author/references/new?/add', fields);
  expect(location).toContain(`added=${numbers.length}&`);
}

test('a reference beyond those that the page brings is cited by keyboard, and without a script', async ({
  app,
  browser
}) => {
  const visitor = await holderOf('educator', app);
  for (const first of [1, 156])
    await addFillers(
      visitor,
      Array.from({ length: 155 }, (_, index) => first + index)
    );
  const page = await (await browser.newContext({ baseURL: app.origin })).newPage();
  await enterAs(page, visitor, app.origin);
  await beginItem(page, await newItemAddress(visitor), 'single');
  await scripted(page);
  await page.locator('#cite').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('filler 309x');
  const found = page.getByRole('listbox', { name: 'References' }).getByRole('option');
  await expect(found).toHaveCount(1);
  await page.context().setOffline(true);
  await page.keyboard.type(' zz');
  await expect(page.getByText(/The library does not answer/)).toBeVisible();
  await page.context().setOffline(false);
  await page.keyboard.press('Enter');
  const citations = page.getByRole('region', { name: 'Citations' });
  await expect(citations.getByText('Filler 309x')).toBeVisible();
  await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible();
  const here = page.url();
  await page.context().close();

  const context = await browser.newContext({ baseURL: app.origin, javaScriptEnabled: false });
  const plain = await context.newPage();
  await enterAs(plain, visitor, app.origin);
  await plain.goto(here);
  await plain.getByLabel('The one line that should stay').fill('Typed before the search.');
  await plain.getByLabel(/^Search the library/).fill('filler 310x');
  await plain.keyboard.press('Enter');
  await expect(plain.getByText('1 reference that matches “filler 310x”')).toBeVisible();
  await plain.getByLabel('Reference', { exact: true }).selectOption({ index: 1 });
  await plain.getByRole('button', { name: 'Add citation' }).click();
  await expect(
    plain.getByRole('region', { name: 'Citations' }).getByText(/^2\. .*Filler 310x/)
  ).toBeVisible();
  await expect(plain.getByLabel('The one line that should stay')).toHaveValue('Typed before the search.');
  await context.close();
});
