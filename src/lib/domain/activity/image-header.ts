/** What the first bytes of an image say; `null`: it is neither a PNG nor a JPEG that can be printed. */
export type ImageHeader = {
  mediaType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
  /** Bits of a pixel in a row of a PNG, as it is before it is packed; 0 for a JPEG. */
  bitsPerPixel: number;
};

const at = (bytes: Uint8Array, index: number) => bytes[index] ?? 0;
const uint16 = (bytes: Uint8Array, index: number) => at(bytes, index) * 256 + at(bytes, index + 1);
const uint32 = (bytes: Uint8Array, index: number) => uint16(bytes, index) * 65_536 + uint16(bytes, index + 2);
const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, index) => bytes[index] === byte);

/** Samples of a pixel by the colour type of a PNG (PNG specification, table 11.1). */
const PNG_SAMPLES: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** PNG: signature, then IHDR. What is interlaced or has 16 bits a sample is left out: printing it takes far more work. */
function pngHeader(bytes: Uint8Array): ImageHeader | null {
  if (!startsWith(bytes.subarray(12), [0x49, 0x48, 0x44, 0x52]) || at(bytes, 28) !== 0) return null;
  const samples = PNG_SAMPLES[at(bytes, 25)];
  const depth = at(bytes, 24);
  if (samples === undefined || ![1, 2, 4, 8].includes(depth)) return null;
  const [width, height] = [uint32(bytes, 16), uint32(bytes, 20)];
  return { mediaType: 'image/png', width, height, bitsPerPixel: depth * samples };
}

/** Start of frame: baseline, extended and progressive (ITU-T T.81, table B.1). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xc2;

/** JPEG: from marker to marker up to the frame. Grey and colour are printed; four components (print colours) are not. */
function jpegHeader(bytes: Uint8Array): ImageHeader | null {
  let index = 2;
  while (index + 9 < bytes.length && at(bytes, index) === 0xff) {
    const marker = at(bytes, index + 1);
    if (isFrame(marker)) {
      const [height, width] = [uint16(bytes, index + 5), uint16(bytes, index + 7)];
      const isPrintable = at(bytes, index + 4) === 8 && [1, 3].includes(at(bytes, index + 9));
      return isPrintable ? { mediaType: 'image/jpeg', width, height, bitsPerPixel: 0 } : null;
    }
    index += marker === 0xff ? 1 : 2 + uint16(bytes, index + 2);
  }
  return null;
}

/** Reads type and size of an image from its bytes; the name of the file says nothing. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return pngHeader(bytes);
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return jpegHeader(bytes);
  return null;
}
