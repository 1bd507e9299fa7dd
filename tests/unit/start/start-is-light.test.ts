import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { START } from '../../support/running-app.ts';

const IMPORT = /^(?:import|export)\b(?! type\b)[^'";]*?(?:from )?'([#.][^']+)'/gm;

const pathOf = (name: string, from: string) =>
  name.startsWith('#lib/') ? resolve(name.replace('#lib', 'src/lib')) : resolve(from, '..', name);

/** The files of ours that Node loads with this one, without what is asked for later by `await import`. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORT))
    loadedWith(pathOf(name, file), seen);
  return seen;
}

test('the start loads the program once: as it was built, and of its sources what stands in front of it', () => {
  const loaded = [...loadedWith(resolve('scripts/start.ts'))];
  expect(loaded, 'the environment is read before anything else').toContain(
    resolve('src/lib/server/environment.ts')
  );
  // Loading the server's sources beside the built server once made a start take twice as long.
  expect(loaded.filter((file) => /src\/(lib\/domain|lib\/server\/(db|jobs)|routes)\//.test(file))).toEqual(
    []
  );
  expect(loaded.length).toBeLessThan(20);
});

test('npm start, the image and whatever measures the program call Node alike', () => {
  const look = ['-r', './scripts/require-node.cjs'];
  const npm = `node ${[...START.slice(0, -1), ...look, ...START.slice(-1)].join(' ')}`;
  expect(readFileSync('package.json', 'utf8')).toContain(`"start": ${JSON.stringify(npm)}`);
  const image = JSON.stringify(['node', ...START]).replaceAll('","', '", "');
  expect(readFileSync('deploy/Dockerfile', 'utf8')).toContain(`CMD ${image}`);
});
