import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const doors = globSync('src/routes/**/*.ts').filter(
  (file) => !file.endsWith('.test.ts') && /get\(\s*'returnTo'/.test(readFileSync(file, 'utf8'))
);

describe('a page that leads back to where somebody came from', () => {
  it.each(doors)('lets the address pass the rule that keeps it on this site: %s', (file) => {
    const source = readFileSync(file, 'utf8');
    const reads = source.match(/get\(\s*'returnTo'/g) ?? [];
    const kept = source.match(/returnPath\(\s*(?:\w+\.)?(?:url\.)?searchParams\.get\('returnTo'\),/g) ?? [];
    expect(kept).toHaveLength(reads.length);
  });

  it('is the gate, sign-in or sign-up, among others', () => {
    expect(doors.map((file) => file.split('/').at(-2))).toEqual(
      expect.arrayContaining(['gate', 'sign-in', 'sign-up', 'again'])
    );
  });
});
