import { describe, expect, it } from 'vitest';
import { captionProblems } from './certificate-image.ts';
import { readImageHeader } from './image-header.ts';

const bytes = (...parts: (number[] | string)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part))
  );

const png = ({ depth = 8, colour = 6, interlaced = 0 } = {}) =>
  bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [
    0,
    0,
    1,
    44,
    0,
    0,
    0,
    100,
    depth,
    colour,
    0,
    0,
    interlaced
  ]);

const jpeg = ({ frame = 0xc0, components = 3 } = {}) =>
  bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0], [0xff, frame, 0, 17, 8, 0, 100, 1, 44, components, 0, 0]);

describe('the header of an image', () => {
  it('is read from the bytes', () => {
    const size = { width: 300, height: 100 };
    expect(readImageHeader(png())).toEqual({ mediaType: 'image/png', ...size, bitsPerPixel: 32 });
    expect(readImageHeader(png({ colour: 3, depth: 4 }))?.bitsPerPixel).toBe(4);
    expect(readImageHeader(jpeg())).toEqual({ mediaType: 'image/jpeg', ...size, bitsPerPixel: 0 });
    expect(readImageHeader(jpeg({ frame: 0xc2, components: 1 }))?.width).toBe(300);
  });

  it.each([
    ['an interlaced PNG', png({ interlaced: 1 })],
    ['a PNG with 16 bits', png({ depth: 16 })],
    ['a PNG of no known colours', png({ colour: 5 })],
    ['a JPEG in print colours', jpeg({ components: 4 })],
    ['a JPEG without a frame', jpeg({ frame: 0xe1 })],
    ['a GIF', bytes('GIF89a', [1, 0, 1, 0])],
    ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a PDF', bytes('%PDF-1.7')],
    ['nothing', bytes()]
  ])('is not that of %s', (_, file) => {
    expect(readImageHeader(file)).toBeNull();
  });
});

describe('the caption of an image', () => {
  it('is asked for, at its field', () => {
    expect(captionProblems('logo', ' ')).toEqual([
      { field: 'logo-caption', message: 'Say whose logo it is' }
    ]);
    expect(captionProblems('signature', 'x'.repeat(121))[0]?.field).toBe('signature-caption');
    expect(captionProblems('signature', 'Prof. \u202eA')).toHaveLength(1);
    expect(captionProblems('logo', 'Example University')).toEqual([]);
  });
});
