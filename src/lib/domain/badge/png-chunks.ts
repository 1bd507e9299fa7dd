const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Length, type and checksum around the data of a chunk. */
const FRAME = 12;

/** Whether the bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** A chunk of a PNG file: four letters, and bytes that are part of the file's. */
export type PngChunk = { type: string; data: Uint8Array; end: number };

const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes);

/** The chunk at an offset, or null where the file ends or states a length that it does not have. */
function chunkAt(bytes: Uint8Array, offset: number): PngChunk | null {
  if (offset + FRAME > bytes.length) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset + offset, 4).getUint32(0);
  const end = offset + FRAME + length;
  if (end > bytes.length) return null;
  const type = latin(bytes.subarray(offset + 4, offset + 8));
  return { type, data: bytes.subarray(offset + 8, offset + 8 + length), end };
}

/** The chunks of a PNG in their order, without copying; ends at the first that is not whole. */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  let chunk = isPng(bytes) ? chunkAt(bytes, SIGNATURE.length) : null;
  while (chunk !== null) {
    yield chunk;
    chunk = chunkAt(bytes, chunk.end);
  }
}

/** CRC-32 as PNG computes it (ISO 3309, polynomial 0xedb88320). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** A whole chunk, ready to stand in a file. */
export function makePngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(FRAME + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}
