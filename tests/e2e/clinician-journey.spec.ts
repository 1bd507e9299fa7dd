import { parse } from 'csv-parse/sync';
import {
  ACTIVITY,
  answer,
  answerAll,
  claim,
  evaluate,
  finish,
  passGate,
  save,
  signUp,
  start
} from '../support/journey.ts';
import { qrCodeOfPdf, textOfPdf } from '../support/pdf.ts';
import { putRight } from '../support/put-right.ts';
import { expect, test } from './fixtures.ts';

test.use({ viewport: { width: 360, height: 780 } });

const withoutSpace = (text: string) => text.replaceAll(/\s+/g, '');

/** One letter or digit of the code, changed for another. */
function changed(address: string): string {
  const last = address.at(-1) === '0' ? '1' : '0';
  return address.slice(0, -1) + last;
}

const CASES = [
  {
    javaScriptEnabled: true,
    name: { givenName: 'Ελένη-Łucja', familyName: 'Gößmann 王小明' },
    inCsv: 'Ελένη-Łucja'
  },
  {
    javaScriptEnabled: false,
    name: { givenName: '=HYPERLINK("x")', familyName: '<b>O’Brien</b>' },
    inCsv: `'=HYPERLINK("x")`
  }
];

for (const { javaScriptEnabled, name, inCsv } of CASES) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript';
  test.describe(`a clinician on a phone, ${how} @both`, () => {
    test.use({ javaScriptEnabled });

    test('goes from the gate to the certificate, and the completion is in the report', async ({
      app,
      page
    }) => {
      test.setTimeout(120_000);
      await passGate(page, `${ACTIVITY}/lesson/overview`);
      const account = await signUp(page, name);
      await start(page, 'pretest');
      expect(await answerAll(page, { wrong: 2 })).toBe(5);
      await finish(page);
      await expect(page.getByRole('main')).not.toContainText(/\d of 5/);

      await page.goto(`${ACTIVITY}/lesson/overview`);
      await page
        .getByRole('link', { name: /^Reference \d+$/ })
        .first()
        .click();
      await page.goto(`${ACTIVITY}/lesson/summary`);

      await start(page, 'practice');
      await answer(page, { wrong: true });
      await save(page);
      await expect(page.locator('#feedback')).toContainText('Not this one');
      await expect(page.getByRole('main')).toContainText('Reread');

      await start(page, 'assessment');
      expect(await answerAll(page, { wrong: 1 })).toBe(10);
      await finish(page);
      await expect(page.getByRole('main')).toContainText('9 of 10');
      await evaluate(page);
      await claim(page);

      const holder = `${name.givenName} ${name.familyName}, MD`;
      await expect(page.getByRole('main')).toContainText(holder);
      await expect(page.getByRole('main')).toContainText('Demonstration, not accredited');
      const certificate = page.url();
      const download = await page.request.get(`${certificate}.pdf`);
      expect(download.headers()['content-type']).toBe('application/pdf');
      const pdf = await download.body();
      expect(withoutSpace(textOfPdf(pdf))).toContain(withoutSpace(holder));
      const address = qrCodeOfPdf(pdf) ?? '';
      expect(address).toContain(`${app.origin}/verify/`);
      expect(qrCodeOfPdf(await page.pdf({ preferCSSPageSize: true }))).toBe(address);

      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Yes, this certificate was issued here'
      );
      await expect(page.getByRole('main')).toContainText(holder);
      expect((await page.goto(changed(address)))?.status()).toBe(404);
      await expect(page.getByRole('main')).toContainText('No certificate has this code');

      await page.goto('/me/transcript');
      await expect(page.getByRole('main')).toContainText('Resistance to immunotherapy');

      const { status, body } = await app.admin.get('/admin/completions/export.csv');
      expect(status).toBe(200);
      const rows: string[][] = parse(body, { bom: true });
      const row = rows.find((cells) => cells.includes(account.email));
      expect(row).toContain(inCsv);
      expect(row).toContain(account.familyName);

      await putRight(page, app.admin, { certificate, code: address });
    });
  });
}
