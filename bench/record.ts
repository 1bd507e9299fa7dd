import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import type { Figure } from './figure.ts';
import { coursesOf, entryOf, moveOf, readHistory, type Entry } from './history.ts';
import { withMeasured } from './performance-page.ts';

const HISTORY = 'docs/performance-history.jsonl';
const PAGE = 'docs/performance.md';

const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim();

function commitOf(): string {
  const isChanged = git('status', '--porcelain', '--untracked-files=no', '--', '.', ':!docs') !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? '+' : ''}`;
}

/** Writes the page anew from the history. */
export async function writePage(): Promise<void> {
  const page = withMeasured(readFileSync(PAGE, 'utf8'), readHistory(readFileSync(HISTORY, 'utf8')));
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}

/** Adds the figures to the history, writes the page, and names what fell since the time before. */
export async function record(figures: Figure[], on: Pick<Entry, 'machine' | 'load'>): Promise<string[]> {
  const run = { ...on, day: new Date().toISOString().slice(0, 10), commit: commitOf() };
  const entries = figures.map((figure) => entryOf(figure, run));
  appendFileSync(HISTORY, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
  await writePage();
  const names = new Set(entries.map(({ name }) => name));
  const courses = coursesOf(readHistory(readFileSync(HISTORY, 'utf8')));
  return courses
    .filter((course) => names.has(course.last.name) && moveOf(course) === 'fell')
    .map(({ last, before }) => `${last.name} fell from ${before?.ratio} to ${last.ratio} of its limit.`);
}
