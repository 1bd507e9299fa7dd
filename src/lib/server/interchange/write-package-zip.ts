import { strToU8, zipSync } from 'fflate';
import type { PackageFiles } from './package-files.ts';

/** The first instant that a zip file can name, in the zone of the program: the same files are always the same bytes. */
const LONG_AGO = new Date(1980, 0, 1);

/** The files of a package as a zip file. */
export function writePackageZip(files: PackageFiles): Uint8Array<ArrayBuffer> {
  const entries = [...files].map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(entries), { mtime: LONG_AGO, level: 6 });
}
