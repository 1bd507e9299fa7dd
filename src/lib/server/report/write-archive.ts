import { createHash } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { writeJson } from '#lib/domain/interchange/write-json.ts';

/** The first instant that a zip file can name, in the zone of the program: the same files are always the same bytes. */
const LONG_AGO = new Date(1980, 0, 1);

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/**
 * Files by their paths as a zip file with two lists of them: `manifest.json` with size and SHA-256 of each, and
 * `SHA256SUMS`, which `sha256sum -c` checks. The same files are the same bytes.
 */
export function writeArchive(
  files: ReadonlyMap<string, Uint8Array>,
  { format }: { format: string }
): Uint8Array<ArrayBuffer> {
  const inOrder = [...files].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const entries = inOrder.map(([path, bytes]) => ({ path, bytes: bytes.byteLength, sha256: sha256(bytes) }));
  const manifest = strToU8(writeJson({ format, files: entries }, ['format', 'path']));
  const sums = [...entries, { path: 'manifest.json', sha256: sha256(manifest) }];
  const all = [
    ...inOrder,
    ['manifest.json', manifest] as const,
    ['SHA256SUMS', strToU8(sums.map(({ path, sha256: sum }) => `${sum}  ${path}\n`).join(''))] as const
  ];
  return zipSync(Object.fromEntries(all), { mtime: LONG_AGO, level: 6 });
}
