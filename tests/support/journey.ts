import { expect, type Page } from '@playwright/test';
import { choiceFor, itemOnPage, type Choice } from './answer-key.ts';
import { newAccount, type AccountFields } from './accounts.ts';
import type { Visitor } from './visitor.ts';

export const ACTIVITY = '/activities/resistance-to-immunotherapy';

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Goes to a page behind the gate and answers it; ends on that page. */
export async function passGate(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Are you a healthcare professional?');
  await page.getByRole('button', { name: 'I am a healthcare professional' }).click();
  await expect(page).toHaveURL(path);
}

/** Fills in the sign-up form and sends it. */
export async function signUp(page: Page, fields: Partial<AccountFields> = {}): Promise<AccountFields> {
  const account = newAccount(fields);
  if (!page.url().includes('/sign-up')) await page.goto('/sign-up');
  await page.getByLabel('E-mail address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByLabel('Given name').fill(account.givenName);
  await page.getByLabel('Family name').fill(account.familyName);
  await page.getByLabel('Credentials').fill(account.credentials);
  await page.getByLabel('Profession').selectOption(account.profession);
  await page.getByLabel('Specialty').fill(account.specialty);
  await page.getByLabel('Country').selectOption(account.country);
  await page.getByLabel('NPI').fill(account.npi);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).not.toHaveURL(/\/sign-up/);
  return account;
}

/** Chooses on the page of a question, as a person who reads the words would. */
export async function choose(page: Page, choice: Choice): Promise<void> {
  if (choice.type === 'options') {
    for (const text of choice.texts) {
      const name = new RegExp(`^[A-Z] ?${escaped(text)}(, ruled out)?$`);
      await page.getByRole('radio', { name }).or(page.getByRole('checkbox', { name })).check();
    }
    return;
  }
  for (const { option, value } of choice.beside) {
    const name = new RegExp(`^${escaped(option)}(, position)?$`);
    await page.getByRole('combobox', { name }).selectOption({ label: value });
  }
}

/** Reads the question on the page and chooses the right answer, or a wrong one. */
export async function answer(page: Page, { wrong = false } = {}): Promise<void> {
  await choose(page, choiceFor(itemOnPage(await page.getByRole('main').innerText()), { wrong }));
}

/** Sends the answer and waits for the page that follows. */
export async function save(page: Page): Promise<void> {
  const before = page.url();
  await page
    .locator('#question-form')
    .getByRole('button', { name: /^(Save and continue|Check answer)$/ })
    .last()
    .click();
  await expect(page).not.toHaveURL(before);
}

/** Gives the browser what a visitor holds, as if it had signed in itself. */
export async function enterAs(page: Page, visitor: Visitor, origin: string): Promise<void> {
  await page.context().addCookies(visitor.cookies().map((cookie) => ({ ...cookie, url: origin })));
}

const QUESTION = /\/attempts\/[0-9a-f-]{36}\/\d+$/;

/** Answers every question from here on until the check page; the first `wrong` of them wrongly. */
export async function answerAll(page: Page, { wrong = 0 } = {}): Promise<number> {
  let answered = 0;
  while (QUESTION.test(new URL(page.url()).pathname)) {
    await answer(page, { wrong: answered < wrong });
    await save(page);
    answered += 1;
  }
  return answered;
}

/** Starts an attempt from its page, e.g. the pre-test; ends on the first question. */
export async function start(page: Page, step: 'pretest' | 'practice' | 'assessment'): Promise<void> {
  await page.goto(`${ACTIVITY}/${step}`);
  await page.getByRole('button', { name: /^Start/ }).click();
  await expect(page).toHaveURL(QUESTION);
}

/** From the check page to the result. */
export async function finish(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/check$/);
  await page.getByRole('button', { name: /^Finish/ }).click();
  await expect(page).toHaveURL(/\/result$/);
}

/** Answers the one question of the evaluation that must be answered; ends on the claim. */
export async function evaluate(page: Page): Promise<void> {
  await page.goto(`${ACTIVITY}/evaluation`);
  await page.getByLabel('Yes, it was free of commercial bias').check();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page).toHaveURL(/\/claim$/);
}

/** Claims half a credit; ends on the certificate. */
export async function claim(page: Page): Promise<void> {
  await page.getByLabel('How much credit do you claim?').selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Claim credit' }).click();
  await expect(page).toHaveURL(/\/certificates\/[0-9a-f-]{36}$/);
}
