import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

const named = v.optional(v.record(v.string(), v.string()), {});

const packageSchema = v.object({ dependencies: named, devDependencies: named, optionalDependencies: named });

const { dependencies, devDependencies, optionalDependencies } = v.parse(
  packageSchema,
  JSON.parse(readFileSync('package.json', 'utf8'))
);

const installed = { ...dependencies, ...devDependencies, ...optionalDependencies };

const record = readFileSync('docs/decisions/0008-dependencies.md', 'utf8');

/** Package to licence, as the decision record lists them. */
const listed = new Map(
  [...record.matchAll(/^\| (@?[a-z][\w./-]*) +\| ([^|]+?) +\|/gm)].map(
    ([, name = '', licence = '']) => [name, licence] as const
  )
);

describe('the record of dependencies', () => {
  it('names every package of package.json, and no other', () => {
    expect([...listed.keys()].filter((name) => name !== 'package').sort()).toEqual(
      Object.keys(installed).sort()
    );
  });

  it.each(Object.keys(installed).filter((name) => existsSync(`node_modules/${name}/package.json`)))(
    'gives the licence that %s states',
    (name) => {
      const { license } = v.parse(
        v.object({ license: v.string() }),
        JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))
      );
      expect(listed.get(name)).toBe(license);
    }
  );

  it('is exact: every version is pinned', () => {
    expect(Object.values(installed).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});
