import { ACTIVITY, answerAll, finish, passGate, signUp, start } from '../support/journey.ts';
import { expect, test } from './fixtures.ts';

test.use({ viewport: { width: 360, height: 780 } });

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';
  test.describe(`a clinician on a phone, ${how} @both`, () => {
    test.use({ javaScriptEnabled });

    test('goes from the gate to the certificate', async ({ page }) => {
      await passGate(page, `${ACTIVITY}/lesson/overview`);
      await signUp(page);
      await start(page, 'pretest');
      expect(await answerAll(page, { wrong: 2 })).toBe(5);
      await finish(page);
      await start(page, 'assessment');
      expect(await answerAll(page, { wrong: 1 })).toBe(10);
      await finish(page);
      await expect(page.getByRole('main')).toContainText('9 of 10');
    });
  });
}
