import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether packages may be installed: root, on a system with apt. */
function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function aptGet(...words: string[]): void {
  const { status } = spawnSync('apt-get', words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  });
  if (status !== 0) throw new Error(`apt-get ${words.join(' ')} failed`);
}

/**
 * Returns what `find` finds. Where it finds nothing, installs the Debian package that brings it and looks again; where
 * that is not allowed, throws an error that names the package. Tests are never skipped for want of a program.
 */
export function ensureProgram(
  program: string,
  { find, package: name }: { find: () => string | null; package: string }
): string {
  const found = find();
  if (found !== null) return found;
  if (!mayInstall()) {
    throw new Error(
      `The tests need ${program}, and it is not installed. Install the package that brings it ` +
        `(on Debian and Ubuntu: apt-get install -y ${name}) and run them again.`
    );
  }
  console.log(`Installing ${name}: the tests need ${program}.`);
  aptGet('update', '-qq');
  aptGet('install', '-y', '-qq', '--no-install-recommends', name);
  const installed = find();
  if (installed === null) throw new Error(`${name} was installed, and ${program} is still not found.`);
  return installed;
}

const PATIENCE = 90_000;

/** Installs a package that the run can also do without: no network, no such package or a slow mirror are no failure. */
export function installIfOffered(name: string): void {
  if (!mayInstall()) return;
  const quietly = (...words: string[]) =>
    spawnSync('apt-get', words, {
      stdio: 'ignore',
      // Only what fetches is cut short: an installation that was would leave the system in disorder.
      ...(words.includes('--no-download') ? {} : { timeout: PATIENCE }),
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    }).status === 0;
  const install = ['install', '-y', '-qq', '--no-install-recommends', name];
  const isFetched = quietly('update', '-qq') && quietly(...install, '--download-only');
  if (isFetched && quietly(...install, '--no-download')) console.log(`Installed ${name}.`);
}

/** The path of a program on PATH, or null. */
export function onPath(program: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  return folders.map((folder) => `${folder}/${program}`).find((path) => existsSync(path)) ?? null;
}
