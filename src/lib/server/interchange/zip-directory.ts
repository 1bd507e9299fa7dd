import { failure, success, type Result } from '#lib/domain/result.ts';

/** An entry of a zip file as its directory describes it; sizes in bytes. */
export type ZipEntry = {
  name: string;
  method: number;
  packedSize: number;
  size: number;
  crc: number;
  isSymlink: boolean;
  /** Where the packed bytes begin. */
  start: number;
};

/** Signatures and offsets: PKWARE APPNOTE.TXT 6.3.10, §4.3. */
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

const UNREADABLE = 'It is not a zip file that can be read.';

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}

/** Names are UTF-8 and say so, or plain ASCII; null: neither. */
function readName(bytes: Uint8Array, saysUtf8: boolean): string | null {
  try {
    const name = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return saysUtf8 || /^[\x20-\x7e]*$/.test(name) ? name : null;
  } catch {
    return null;
  }
}

function dataStart(view: DataView, local: number): number {
  if (view.getUint32(local, true) !== LOCAL) throw new RangeError('no local header');
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
}

const isSymlink = (madeBy: number, attributes: number) =>
  madeBy >> 8 === 3 && ((attributes >>> 16) & 0o170000) === 0o120000;

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number
): Result<ZipEntry & { next: number }, string> {
  if (view.getUint32(at, true) !== CENTRAL) return failure(UNREADABLE);
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const name = readName(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0);
  if (name === null) return failure('It holds a name that is not UTF-8.');
  if ((flags & 1) !== 0) return failure('It is encrypted.');
  return success({
    name,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    isSymlink: isSymlink(view.getUint16(at + 4, true), view.getUint32(at + 38, true)),
    start: dataStart(view, view.getUint32(at + 42, true)),
    next: nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  });
}

function readEntries(bytes: Uint8Array, mostEntries: number): Result<ZipEntry[], string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length < END_SIZE ? -1 : findEnd(view);
  if (end === -1) return failure(UNREADABLE);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) return failure(`It holds more than ${mostEntries} entries.`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const read = readEntry(bytes, view, at);
    if (!read.ok) return read;
    const { next, ...entry } = read.value;
    entries.push(entry);
    at = next;
  }
  return success(entries);
}

/** The directory of a zip file, nothing unpacked yet, or why it cannot be read. Never throws, whatever the bytes are. */
export function readZipDirectory(bytes: Uint8Array, mostEntries: number): Result<ZipEntry[], string> {
  try {
    return readEntries(bytes, mostEntries);
  } catch (error) {
    if (error instanceof RangeError) return failure(UNREADABLE);
    throw error;
  }
}
