import { crc32 } from 'node:zlib';
import { Deflate, Zip, type ZipInputFile } from 'fflate';

/** The first instant that a zip file can name, in the zone of the program: the same rows are always the same bytes. */
const LONG_AGO = new Date(1980, 0, 1);

/** Of the methods that zip files know: deflate (APPNOTE.TXT, 4.4.5). */
const DEFLATED = 8;

/** A file in the archive, to which bytes are added until the last ones. */
type Entry = { push: (bytes: Uint8Array, isLast?: boolean) => void };

function openEntry(zip: Zip, path: string): Entry {
  const file: ZipInputFile = { filename: path, size: 0, crc: 0, compression: DEFLATED, mtime: LONG_AGO };
  // Level 1: a third larger than level 6, at three times its speed. In JavaScript: the same bytes on every machine.
  const deflate = new Deflate({ level: 1 }, (bytes, isLast) => file.ondata?.(null, bytes, isLast));
  zip.add(file);
  return {
    push: (bytes, isLast = false) => {
      file.size += bytes.length;
      file.crc = crc32(bytes, file.crc);
      deflate.push(bytes, isLast);
    }
  };
}

/** A zip file that is taken away as it grows: one entry after another, each ended before the next. */
export function openGrowingZip() {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  return {
    add: (path: string) => openEntry(zip, path),
    end: () => zip.end(),
    take: () => {
      const taken = ready;
      ready = [];
      return Buffer.concat(taken);
    }
  };
}
