import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { environmentSchema } from '#lib/server/environment-schema.ts';

const read = (path: string) => readFileSync(path, 'utf8');

const pagesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));

const pages = ['.', 'docs', 'docs/decisions'].flatMap(pagesIn).map((path) => ({ path, text: read(path) }));

/** What a pattern finds in the pages and `isThere` does not know, with the page. */
const lost = (pattern: RegExp, isThere: (found: string, page: string) => boolean) =>
  pages.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)]
      .map(([, found = '']) => found)
      .filter((found) => !isThere(found, path))
      .map((found) => `${path}: ${found}`)
  );

/** Headings as the addresses of their anchors. */
const anchorsOf = (path: string) =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, '')
      .replaceAll(' ', '-')
  );

function leadsSomewhere(link: string, page: string): boolean {
  const [to = '', anchor] = link.split('#');
  const path = to === '' ? page : join(dirname(page), to);
  return existsSync(path) && (anchor === undefined || anchorsOf(path).includes(anchor));
}

const { scripts } = v.parse(
  v.object({ scripts: v.record(v.string(), v.string()) }),
  JSON.parse(read('package.json'))
);

const commands = [...read('scripts/cli.ts').matchAll(/^ +(?:\[)?'([a-z -]+)',/gm)].map(
  ([, name = '']) => name
);

const settings = Object.keys(environmentSchema.entries);

const addresses = (route: string) => route.replace(/\/$/, '').replaceAll(/\/…(?=\/|$)/g, '/[id]');

describe('the pages of this repository', () => {
  it('link to files that exist, and to headings that they have', () => {
    expect(lost(/\]\((?!https?:)([^)\s]+)\)/g, leadsSomewhere)).toEqual([]);
  });

  it('name files that exist', () => {
    const path = /`((?:src|tests|scripts|bench|deploy|docs|content|drizzle)\/[\w./[\]-]+)`/g;
    expect(lost(path, (found) => existsSync(found))).toEqual([]);
  });

  it('name commands that there are', () => {
    expect(commands.length).toBeGreaterThan(20);
    expect(lost(/npm run (?:-s )?([a-z]+(?::[a-z]+)?)/g, (found) => found in scripts)).toEqual([]);
    const isCommand = (found: string) =>
      found === 'help' || commands.some((name) => `${found} `.startsWith(`${name} `));
    expect(lost(/npm run (?:-s )?cli -- ([a-z]+(?: [a-z-]+)?)/g, isCommand)).toEqual([]);
  });

  it('name pages that there are', () => {
    const route = /`(\/(?:admin|author|me|activities|attempts|certificates|verify)(?:\/[\w[\]…-]+)*\/?)`/g;
    expect(lost(route, (found) => existsSync(`src/routes${addresses(found)}`))).toEqual([]);
  });

  it('explain each setting of the environment', () => {
    const manual = read('docs/operations.md') + read('docs/operations-watching.md');
    expect(settings).toContain('DATABASE_URL');
    expect(settings.filter((name) => !manual.includes(`\`${name}\``))).toEqual([]);
  });

  it('explain each section of the design notes that a comment names', () => {
    const files = readdirSync('src/lib', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.ts$/.test(name)
    );
    const text = files.map((name) => read(join('src/lib', name))).join('\n');
    const named = new Set(
      [...text.matchAll(/cme-rules\.md (§[\d.]*\d)/g)].map(([, section = '']) => section)
    );
    expect(named.size).toBeGreaterThan(10);
    expect(
      [...named].filter(
        (section) => !new RegExp(`^\\| [^|]*${section}[ ,]`, 'm').test(read('docs/sources.md'))
      )
    ).toEqual([]);
  });
});
