import { chromium, type Page } from '@playwright/test';
import { signUpByHttp } from '../tests/support/accounts.ts';
import { chromiumPath } from '../tests/support/browser-programs.ts';
import { ACTIVITY, answer, answerAll, enterAs, finish, save, start } from '../tests/support/journey.ts';
import { embeddedDatabase, startApp } from '../tests/support/running-app.ts';

// The pictures of the README, from the built program on a database of its own. `npm run screenshots`.
const FOLDER = 'docs/images';
const WIDTH = 1200;

async function takeLesson(page: Page): Promise<void> {
  await page.goto(`${ACTIVITY}/lesson/t-cell-exhaustion`);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${FOLDER}/lesson.png` });
}

/** A question with one right option, answered wrongly: the feedback then shows all of its parts. */
async function takeQuestion(page: Page): Promise<void> {
  await start(page, 'pretest');
  await answerAll(page);
  await finish(page);
  await page.goto(`${ACTIVITY}/practice`);
  await page.getByRole('radio', { name: /^Differentiate primary from acquired/ }).check();
  await page.getByRole('button', { name: /^Start/ }).click();
  await page.waitForURL(/\/attempts\//);
  while ((await page.getByRole('radio').count()) === 0) {
    await page.getByRole('link', { name: /^Skip(?! to)/ }).click();
  }
  await answer(page, { wrong: true });
  await save(page);
  await page.setViewportSize({ width: WIDTH, height: 1300 });
  await page.screenshot({ path: `${FOLDER}/question.png` });
}

const database = embeddedDatabase();
const app = await startApp(database);
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ['--no-sandbox', '--disable-gpu']
});
try {
  const viewport = { width: WIDTH, height: 1000 };
  const context = await browser.newContext({ baseURL: app.origin, viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await enterAs(page, await signUpByHttp(app.origin), app.origin);
  await takeLesson(page);
  await takeQuestion(page);
} finally {
  await browser.close();
  await app.stop();
  await database.remove();
}
