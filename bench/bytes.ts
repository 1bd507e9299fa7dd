import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Response } from '@playwright/test';
import { chromiumPath } from '../tests/support/browser-programs.ts';
import { SAMPLE } from '../tests/support/learner.ts';
import type { BenchApp } from './bench-app.ts';
import { figureOf, type Measurement } from './figure.ts';
import { seatAt, seatLearners } from './learners.ts';
import { spreadOf } from './ratio.ts';

const KINDS = ['document', 'script', 'stylesheet', 'font'] as const;

type Kind = (typeof KINDS)[number];

/** Bytes as they are, and with gzip; fonts are packed already. */
type Weight = { plain: number; packed: number };

const KILO = 1000;

/** Budgets of ux.md §7 (of the question’s page reliability.md, P2) in kB: the page as it is, the rest as it is sent. */
type Budget = Record<Kind, number>;

const READING: Budget = { document: 40, script: 4, stylesheet: 14, font: 29 };

const isKind = (type: string): type is Kind => KINDS.some((kind) => kind === type);

const kindOf = (response: Response): Kind | null => {
  const type = response.request().resourceType();
  return isKind(type) && response.ok() ? type : null;
};

/** What a browser fetches for a page that it has never seen, with nothing in its cache. */
async function weigh(
  browser: Browser,
  { origin, path, cookie }: { origin: string; path: string; cookie: string }
) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const cookies = cookie.split('; ').flatMap((pair) => (pair === '' ? [] : [pair.split('=')]));
  await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: origin })));
  const page = await context.newPage();
  const weights = new Map<Kind, Weight>(KINDS.map((kind) => [kind, { plain: 0, packed: 0 }]));
  const read: Promise<void>[] = [];
  page.on('response', (response) => {
    const weight = weights.get(kindOf(response) ?? 'document');
    if (kindOf(response) === null || !weight) return;
    const add = (body: Buffer) => {
      weight.plain += body.length;
      weight.packed += kindOf(response) === 'font' ? body.length : gzipSync(body).length;
    };
    read.push(response.body().then(add));
  });
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  await Promise.all(read);
  await context.close();
  return weights;
}

type Page = { name: string; path: string; cookie: string; budget: Budget };

function pagesOf({ path, cookie }: { path: string; cookie: string }): Page[] {
  const activity = `/activities/${SAMPLE}`;
  const lesson = `${activity}/lesson/primary-and-acquired`;
  return [
    { name: 'question', path, cookie, budget: { document: 40, script: 40, stylesheet: 14, font: 44 } },
    { name: 'lesson', path: lesson, cookie, budget: { ...READING, font: 80 } },
    { name: 'activity', path: activity, cookie, budget: READING },
    { name: 'gate', path: '/gate', cookie: '', budget: READING }
  ];
}

/** (h): bytes of page, script, style and font, against the budgets of ux.md. */
export const bytes: Measurement = {
  name: 'bytes',
  isUsual: true,
  figures: [],
  measure: async ({ app, database }: BenchApp, report) => {
    const seats = await seatLearners(database.db, 1);
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    try {
      for (const { name, budget, ...page } of pagesOf(seatAt(seats, 0))) {
        const weights = await weigh(browser, { origin: app.origin, ...page });
        for (const [kind, { plain, packed }] of weights) {
          const counted = kind === 'document' ? plain : packed;
          const ratio = spreadOf([counted / KILO], budget[kind]);
          const note = `${plain} bytes, ${packed} with gzip`;
          report(figureOf({ ...ratio, name: `bytes-${name}-${kind}`, unit: 'kB' }, { atMost: 1 }, note));
        }
      }
    } finally {
      await browser.close();
    }
  }
};
