import { crc32, inflateRawSync } from 'node:zlib';
import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { repeated } from '#lib/domain/interchange/repeated.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { MOST_FILES, packagePaths, type PackageFiles } from './package-files.ts';
import { decodeText, fileProblem } from './read-text.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

/** A zip file of a package may be this large, in bytes, and so may what it unpacks to. */
const LARGEST_ZIP = 5_000_000;
const LARGEST_UNPACKED = 20_000_000;

/** Folders and what other programs add count too. */
const MOST_ENTRIES = MOST_FILES * 2;
const DEEPEST = 5;

const ZIP = 'the zip file';

function refuse(why: string, mend = 'Zip the folder of an activity package again.') {
  const problems = [fileProblem(ZIP, why, mend)];
  return failure(problems);
}

/** A path that stays inside the folder, on every system. */
function isSafe(name: string): boolean {
  const parts = name.replace(/\/$/, '').split('/');
  const isPlain = (part: string) => part !== '' && part !== '.' && part !== '..';
  return parts.length <= DEEPEST && parts.every(isPlain) && !/[\\:\p{Cc}]/u.test(name);
}

function whyUnsafe(entries: ZipEntry[]): string | null {
  const unsafe = entries.find(({ name }) => !isSafe(name));
  if (unsafe) return `It holds a path that leads out of it, or too deep: ${unsafe.name.slice(0, 100)}`;
  const link = entries.find((entry) => entry.isSymlink);
  if (link) return `It holds a link: ${link.name}`;
  const [twin] = repeated(entries.map(({ name }) => name.toLowerCase()));
  if (twin !== undefined) return `It holds two entries with the name ${twin}.`;
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  return total > LARGEST_UNPACKED ? 'It unpacks to more than 20 MB.' : null;
}

/** The bytes of an entry, or null where they are not what the directory says. Unpacks no more than it says. */
function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | null {
  const { start, packedSize, method, size, crc } = entry;
  const packed = bytes.subarray(start, start + packedSize);
  if (packed.length !== packedSize || (method !== 0 && method !== 8)) return null;
  try {
    const found = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
    return found.length === size && crc32(found) === crc ? found : null;
  } catch {
    return null;
  }
}

/** Many programs zip the folder itself: then all paths begin with its name. */
function folderOf(names: string[]): string {
  if (names.includes('activity.json')) return '';
  const holders = names.filter(
    (name) => /^[^/]+\/activity\.json$/.test(name) && !name.startsWith('__MACOSX/')
  );
  return holders.length === 1 ? (holders[0] ?? '').replace('activity.json', '') : '';
}

function readFiles(bytes: Uint8Array, entries: ZipEntry[]): Result<PackageFiles, PackageProblem[]> {
  const folder = folderOf(entries.map(({ name }) => name));
  const inFolder = entries.filter(({ name }) => name.startsWith(folder) && !name.endsWith('/'));
  const byPath = new Map(inFolder.map((entry) => [entry.name.slice(folder.length), entry]));
  const files: PackageFiles = new Map();
  const problems: PackageProblem[] = [];
  for (const path of packagePaths([...byPath.keys()])) {
    const entry = byPath.get(path);
    const found = entry ? unpack(bytes, entry) : null;
    if (found === null) return refuse(`It is damaged at ${path}.`);
    const text = decodeText(path, found);
    if (text.ok) files.set(path, text.value);
    else problems.push(text.problem);
  }
  if (problems.length > 0) return failure(problems);
  if (!files.has('activity.json')) return refuse('It holds no activity.json.');
  return files.size > MOST_FILES ? refuse(`It holds more than ${MOST_FILES} files.`) : success(files);
}

/**
 * Reads the files of an activity package out of a zip file. Its size, its number of entries and what it unpacks to are
 * bounded before anything is unpacked; paths that lead out of it, links, twins and names that are not UTF-8 are refused.
 */
export function readPackageZip(bytes: Uint8Array): Result<PackageFiles, PackageProblem[]> {
  if (bytes.length > LARGEST_ZIP) return refuse('It is larger than 5 MB.', 'Make its files smaller.');
  const entries = readZipDirectory(bytes, MOST_ENTRIES);
  if (!entries.ok) return refuse(entries.problem);
  const why = whyUnsafe(entries.value);
  return why === null ? readFiles(bytes, entries.value) : refuse(why);
}
