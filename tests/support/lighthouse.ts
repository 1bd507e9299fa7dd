import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { chromiumPath } from './browser-programs.ts';
import { freePort } from './free-port.ts';
import type { Visitor } from './visitor.ts';

/** Each from 0 to 100; `faults`: the audits that cost points. */
export type Scores = { performance: number; accessibility: number; bestPractices: number; faults: string[] };

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** Measures a page as Lighthouse's phone sees it, with the cookies of a visitor. */
export async function measureWithLighthouse(url: string, visitor: Visitor): Promise<Scores> {
  const port = await freePort();
  const args = [
    `--remote-debugging-port=${port}`,
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage'
  ];
  const browser = await chromium.launch({ executablePath: chromiumPath(), args });
  try {
    const cookie = visitor.cookies().map(({ name, value }) => `${name}=${value}`);
    const flags = {
      port,
      logLevel: 'silent',
      onlyCategories: CATEGORIES,
      disableStorageReset: true
    } as const;
    const result = await lighthouse(url, { ...flags, extraHeaders: { cookie: cookie.join('; ') } });
    if (!result) throw new Error(`Lighthouse measured nothing at ${url}.`);
    const { audits, categories, finalDisplayedUrl } = result.lhr;
    if (finalDisplayedUrl !== url) throw new Error(`Lighthouse was sent on to ${finalDisplayedUrl}.`);
    const scoreOf = (category: string) => Math.round((categories[category]?.score ?? 0) * 100);
    const weighed = Object.values(categories).flatMap(({ auditRefs }) =>
      auditRefs.filter(({ weight }) => weight > 0)
    );
    return {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      bestPractices: scoreOf('best-practices'),
      faults: weighed.map(({ id }) => id).filter((id) => (audits[id]?.score ?? 1) < 0.9)
    };
  } finally {
    await browser.close();
  }
}
