import type { BrowserContext, Page } from '@playwright/test';
import { choiceFor, itemOnPage, type SampleItem } from '../support/answer-key.ts';
import { answer, choose, enterAs, save, start } from '../support/journey.ts';
import { newAccount, signUpByHttp, type AccountFields } from '../support/accounts.ts';
import { expect, test } from './fixtures.ts';

/** Opens the first question of the pre-test, as somebody who has just signed up. */
async function begin(page: Page, { origin }: { origin: string }): Promise<AccountFields> {
  const account = newAccount();
  await enterAs(page, await signUpByHttp(origin, account), origin);
  await start(page, 'pretest');
  return account;
}

const onPage = async (page: Page): Promise<SampleItem> =>
  itemOnPage(await page.getByRole('main').innerText());

/** Goes on to the first question with one right option. */
async function toSingleChoice(page: Page): Promise<string> {
  while ((await onPage(page)).type !== 'single') {
    const before = page.url();
    await page.getByRole('link', { name: /^Skip(?! to)/ }).click();
    await expect(page).not.toHaveURL(before);
  }
  return page.url();
}

async function answeredInMap(page: Page): Promise<number> {
  return page.getByRole('link', { name: /, answered/ }).count();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`an attempt ${javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'} @both`, () => {
    test.use({ javaScriptEnabled });

    test('keeps the newer answer when an older tab sends its own, and shows what is stored', async ({
      app,
      page,
      context
    }) => {
      await begin(page, app);
      const url = await toSingleChoice(page);
      const item = await onPage(page);
      const oldTab = await context.newPage();
      await oldTab.goto(url);
      await choose(page, choiceFor(item));
      await save(page);
      await choose(oldTab, choiceFor(item, { wrong: true }));
      await oldTab
        .locator('#question-form')
        .getByRole('button', { name: 'Save and continue' })
        .last()
        .click();
      await expect(oldTab.getByRole('main')).toContainText('You changed this answer in another window');
      const key = item.options.find(({ correct }) => correct)?.text ?? '';
      await expect(oldTab.getByRole('main')).toContainText(new RegExp(`Stored: [A-Z]\\. ${key}`));
      await oldTab.goto(url);
      await expect(oldTab.getByRole('radio', { checked: true })).toHaveAccessibleName(new RegExp(key));
    });

    test('counts a double click once', async ({ app, page }) => {
      await begin(page, app);
      await answer(page);
      await page
        .locator('#question-form')
        .getByRole('button', { name: 'Save and continue' })
        .last()
        .dblclick();
      await expect(page).toHaveURL(/\/[23]$/);
      await page.waitForLoadState('networkidle');
      expect(await answeredInMap(page)).toBe(1);
    });

    test('survives the Back button: the answer is there and can be changed', async ({ app, page }) => {
      await begin(page, app);
      const url = await toSingleChoice(page);
      const item = await onPage(page);
      await choose(page, choiceFor(item));
      await save(page);
      await page.goBack();
      await expect(page).toHaveURL(url);
      await choose(page, choiceFor(item, { wrong: true }));
      await page.locator('#question-form').getByRole('button', { name: 'Save and continue' }).last().click();
      await page.waitForLoadState('networkidle');
      // A page that the browser kept is an old tab: it is told what is stored, and saving again replaces it.
      if (await page.getByText('You changed this answer in another window').isVisible()) await save(page);
      await page.goto(url);
      const chosen = choiceFor(item, { wrong: true });
      const text = chosen.type === 'options' ? (chosen.texts[0] ?? '') : '';
      await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(
        new RegExp(text.slice(0, 40))
      );
    });

    test('loses nothing when the session has ended: sign-in leads back to the form as it was left', async ({
      app,
      page,
      context
    }) => {
      const account = await begin(page, app);
      const url = await toSingleChoice(page);
      const item = await onPage(page);
      await choose(page, choiceFor(item));
      await endSession(context);
      await page.locator('#question-form').getByRole('button', { name: 'Save and continue' }).last().click();
      await expect(page).toHaveURL(/\/sign-in/);
      await page.getByLabel('E-mail address').fill(account.email);
      await page.getByLabel('Password').fill(account.password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL(new RegExp(`^${url}`));
      const key = item.options.find(({ correct }) => correct)?.text ?? '';
      await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(new RegExp(key));
      await save(page);
      expect(await answeredInMap(page)).toBe(1);
    });

    test('says what is missing when nothing was chosen, and keeps the rest of the page', async ({
      app,
      page
    }) => {
      await begin(page, app);
      await toSingleChoice(page);
      await page.locator('#question-form').getByRole('button', { name: 'Save and continue' }).last().click();
      await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
      await expect(page).toHaveTitle(/^Error: Question/);
      if (javaScriptEnabled) await expect(page.locator('#error-summary')).toBeFocused();
      await page.getByRole('link', { name: 'Choose one answer' }).click();
      await expect(page.getByRole('radio').first()).toBeFocused();
    });
  });
}

/** As if the session had ended while the person was reading: the gate's cookie stays. */
async function endSession(context: BrowserContext): Promise<void> {
  const kept = (await context.cookies()).filter(({ name }) => !name.endsWith('session'));
  await context.clearCookies();
  await context.addCookies(kept);
}
