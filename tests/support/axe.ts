import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Axe in its short form: the one that the builder would send by itself has twice as many bytes. */
function readSource(): string {
  const builder = createRequire(import.meta.url).resolve('@axe-core/playwright');
  return readFileSync(createRequire(builder).resolve('axe-core/axe.min.js'), 'utf8');
}

const SOURCE = readSource();

/** The rules that the theme or the width can break; the others judge the same document in every view. */
const BY_VIEW = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/** A document keeps it; frames come and go, so a page that has some gets it again. */
const isThere = async (page: Page) =>
  page.frames().length === 1 && (await page.evaluate(() => 'axe' in window));

/** What axe finds on a page, of whatever impact; `byView`: by the rules alone that the theme or the width can break. */
export async function findViolations(page: Page, { byView = false } = {}): Promise<string[]> {
  const axeSource = (await isThere(page)) ? 'null;' : SOURCE;
  // In one window, which is faster: no frame of ours is of another origin.
  const { violations } = await new AxeBuilder({ page, axeSource })
    .setLegacyMode()
    .options({
      resultTypes: ['violations'],
      ...(byView ? { runOnly: { type: 'rule', values: BY_VIEW } } : {})
    })
    .analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`);
}
