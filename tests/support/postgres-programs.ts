import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureProgram, onPath } from './system-package.ts';

const DEBIAN_FOLDER = '/usr/lib/postgresql';

function isServerFolder(folder: string): boolean {
  return (
    existsSync(join(folder, 'initdb')) &&
    existsSync(join(folder, 'pg_ctl')) &&
    existsSync(join(folder, 'postgres'))
  );
}

/** Debian's folders, newest major version first. */
function debianFolders(): string[] {
  if (!existsSync(DEBIAN_FOLDER)) return [];
  const versions = readdirSync(DEBIAN_FOLDER).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(DEBIAN_FOLDER, version, 'bin'));
}

function findServerFolder(): string | null {
  const initdb = onPath('initdb');
  const onPathFolder = initdb === null ? [] : [dirname(realpathSync(initdb))];
  return [...onPathFolder, ...debianFolders()].find(isServerFolder) ?? null;
}

/** The folder that holds initdb, pg_ctl and postgres; installs PostgreSQL where it is missing and that is allowed. */
export function postgresFolder(): string {
  return ensureProgram('PostgreSQL (initdb)', { find: findServerFolder, package: 'postgresql' });
}
