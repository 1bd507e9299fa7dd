import { inflateSync } from 'node:zlib';
import { LARGEST_IMAGE } from '#lib/domain/activity/certificate-image.ts';
import { readImageHeader, type ImageHeader } from '#lib/domain/activity/image-header.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';

/** Pixels on a side; print needs no more, and one that claims more would fill the memory. */
const SMALLEST = 16;
const LARGEST = 3000;

/** The packed pixels of a PNG, or null where its chunks do not add up. */
function pngData(bytes: Uint8Array): Uint8Array | null {
  const view = Buffer.from(bytes);
  const parts: Uint8Array[] = [];
  for (let index = 8; index + 12 <= view.length;) {
    const length = view.readUInt32BE(index);
    const type = view.toString('latin1', index + 4, index + 8);
    if (index + 12 + length > view.length) return null;
    if (type === 'IEND') return Buffer.concat(parts);
    if (type === 'IDAT') parts.push(view.subarray(index + 8, index + 8 + length));
    index += 12 + length;
  }
  return null;
}

/** Whether the pixels are as many as the header says; a broken image would fail when a certificate is printed. */
function isWholePng(bytes: Uint8Array, { width, height, bitsPerPixel }: ImageHeader): boolean {
  const expected = height * (1 + Math.ceil((width * bitsPerPixel) / 8));
  const packed = pngData(bytes);
  if (packed === null) return false;
  try {
    return inflateSync(packed, { maxOutputLength: expected + 1 }).length === expected;
  } catch {
    return false;
  }
}

/** A JPEG ends with its end marker; one that was cut off does not. */
const isWholeJpeg = (bytes: Uint8Array) => bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9;

/**
 * Checks an uploaded image by its bytes: a PNG or JPEG that page and PDF can print. The problem says what is wrong and how
 * to mend it.
 */
export function checkImage(bytes: Uint8Array): Result<ImageHeader, string> {
  if (bytes.length > LARGEST_IMAGE) return failure('The file has more than 512 kB. Save it smaller.');
  const header = readImageHeader(bytes);
  if (!header) {
    return failure(
      'This is no PNG or JPEG that can be printed. Save it as a PNG with 8 bits per channel, not interlaced, or as a JPEG in RGB colors.'
    );
  }
  const sides = [header.width, header.height];
  if (sides.some((side) => side < SMALLEST || side > LARGEST)) {
    return failure(`Each side can have ${SMALLEST} to ${LARGEST} pixels; this has ${sides.join(' × ')}.`);
  }
  const isWhole = header.mediaType === 'image/png' ? isWholePng(bytes, header) : isWholeJpeg(bytes);
  return isWhole ? success(header) : failure('The file is damaged or not whole. Save it again.');
}
