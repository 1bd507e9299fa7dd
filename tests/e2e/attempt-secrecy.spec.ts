import type { Page, Response } from '@playwright/test';
import { secretsOf } from '../support/answer-key.ts';
import { answer, answerAll, finish, passGate, save, signUp, start, ACTIVITY } from '../support/journey.ts';
import { expect, test } from './fixtures.ts';

/** Fields of a keyed item, as any serialisation of one would name them. */
const KEY_MARKS =
  /["'{,\s](isKey|keyPosition|matchTargetId|rationale|keyPoint|itemsCorrect|correct)["']?\s*:/;

const plain = (text: string) =>
  text
    .replaceAll(/&(#39|apos);/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\\u003[cC]/g, '<')
    .replaceAll(/\\(["'])/g, '$1')
    .replaceAll(/\s+/g, ' ');

type Recorded = { url: string; body: string };

/** Every response that the browser gets from here on. */
function record(page: Page): { stop: () => Promise<Recorded[]> } {
  const bodies: Promise<Recorded>[] = [];
  const keep = (response: Response) => {
    const body = response.text().catch(() => '');
    bodies.push(body.then((text) => ({ url: response.url(), body: plain(text) })));
  };
  page.on('response', keep);
  return {
    stop: async () => {
      page.off('response', keep);
      return Promise.all(bodies);
    }
  };
}

function expectNoKey(recorded: Recorded[], bank: 'practice' | 'assessment'): void {
  const secrets = secretsOf(bank).map(plain);
  for (const { url, body } of recorded) {
    expect
      .soft(
        secrets.filter((secret) => body.includes(secret)),
        url
      )
      .toEqual([]);
    if (!url.includes('/_app/immutable/')) expect.soft(KEY_MARKS.exec(body)?.[0], url).toBeUndefined();
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('no byte of key or rationale reaches the browser before the attempt is submitted', async ({
      page
    }) => {
      await passGate(page, `${ACTIVITY}/lesson/overview`);
      await signUp(page);

      const duringPretest = record(page);
      await start(page, 'pretest');
      await answerAll(page, { wrong: 3 });
      await expect(page).toHaveURL(/\/check$/);
      expectNoKey(await duringPretest.stop(), 'practice');
      await finish(page);

      const duringAssessment = record(page);
      await start(page, 'assessment');
      await answer(page, { wrong: true });
      await page.getByRole('button', { name: /^Flag/ }).click();
      await save(page);
      await answerAll(page);
      await page.goto(page.url().replace(/check$/, '1'));
      await page.goto(page.url().replace(/1$/, 'result'));
      await page.goto(page.url().replace(/result$/, 'check'));
      const recorded = await duringAssessment.stop();
      expect(recorded.length).toBeGreaterThan(12);
      expectNoKey(recorded, 'assessment');

      const afterwards = record(page);
      await page.getByRole('button', { name: /^Finish/ }).click();
      await expect(page).toHaveURL(/\/result$/);
      const texts = (await afterwards.stop()).map(({ body }) => body).join(' ');
      const shown = secretsOf('assessment').filter((secret) => texts.includes(plain(secret)));
      expect(shown.length, 'the watch sees rationales once they are due').toBeGreaterThan(10);
    });
  });
}
