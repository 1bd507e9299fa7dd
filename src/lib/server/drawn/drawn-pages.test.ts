import { expect, it } from 'vitest';
import { makeDrawnPages } from './drawn-pages.ts';

const page = (bytes: number) => ({ headers: [], body: { parts: [], holes: [] }, bytes });

it('keeps no more bytes than it may, and forgets first what was not asked for the longest', () => {
  const pages = makeDrawnPages(100);
  pages.keep('a', page(40));
  pages.keep('b', page(40));
  expect(pages.find('a')).toEqual(page(40));
  pages.keep('c', page(40));
  expect(['a', 'b', 'c'].filter((key) => pages.find(key) !== null)).toEqual(['a', 'c']);
  pages.keep('a', page(60));
  expect(['a', 'c'].filter((key) => pages.find(key) !== null)).toEqual(['a', 'c']);
  pages.keep('too much', page(101));
  expect(['a', 'c', 'too much'].filter((key) => pages.find(key) !== null)).toEqual([]);
});
