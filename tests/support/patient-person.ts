import { expect, type Page } from '@playwright/test';
import { answer } from './journey.ts';

/** Somebody on a bad network: reloads a page that did not come, and never chooses or types anything twice. */
export type PatientPerson = {
  /** Does something that leads to a page, and waits for that page. */
  to: (where: RegExp, act: () => Promise<unknown>) => Promise<void>;
  /** Chooses the answer to the question that is shown, and presses the button once. */
  answer: () => Promise<void>;
  /** Waits until the server has taken the answer to the question at this address. */
  untilSaved: (question: string) => Promise<void>;
  /** How many answers were chosen. */
  chosen: () => number;
};

const WAITS = /^(Saved on this device|Not saved yet)/;

/** The browser's own page of failure, or ours. A page that is just going away is neither. */
const isGone = async (page: Page): Promise<boolean> =>
  page.url().startsWith('chrome-error:') ||
  (await page.title().catch(() => '')).startsWith('You are offline');

/** `nudges`: do not wait for the pauses between tries; the browser is told that the network is back. */
export function patientPerson(page: Page, { nudges }: { nudges: boolean }): PatientPerson {
  let chosen = 0;
  const nudge = () => page.evaluate(() => dispatchEvent(new Event('online'))).catch(() => null);
  const reloadIfGone = async () => {
    if (await isGone(page)) await page.reload().catch(() => null);
    expect(await isGone(page), 'the page has not come').toBe(false);
  };
  const button = () =>
    page.locator('#question-form').getByRole('button', { name: /^(Save and continue|Check answer)/ });
  return {
    to: async (where, act) => {
      await act().catch(() => null);
      await expect(async () => {
        await reloadIfGone();
        expect(page.url()).toMatch(where);
      }).toPass({ intervals: [100] });
    },
    answer: async () => {
      await answer(page);
      chosen += 1;
      await button().last().click();
    },
    untilSaved: async (question) => {
      await expect(async () => {
        await reloadIfGone();
        const isOpen = page.url() === question && (await page.locator('#feedback').count()) === 0;
        const waiting = isOpen ? await page.locator('#not-saved').textContent() : '';
        if (nudges && WAITS.test(waiting ?? '')) await nudge();
        expect(isOpen, 'the question is still open').toBe(false);
      }).toPass({ intervals: [100] });
    },
    chosen: () => chosen
  };
}
