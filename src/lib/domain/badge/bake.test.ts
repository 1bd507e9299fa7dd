import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bakePng, bakeSvg } from './bake.ts';
import { isPng, makePngChunk, pngChunks } from './png-chunks.ts';

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const png = new Uint8Array(
  Buffer.concat([signature, makePngChunk('IHDR', new Uint8Array(13)), makePngChunk('IEND', new Uint8Array())])
);

describe('baking a credential into a PNG', () => {
  it('puts one uncompressed iTXt chunk behind the header, with a right checksum, and leaves the rest', () => {
    const baked = bakePng(png, 'aaa.bbb.ccc');
    const chunks = [...pngChunks(baked)];
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'IEND']);
    const [, text] = chunks;
    expect(Buffer.from(text?.data ?? []).toString()).toBe('openbadgecredential\0\0\0\0\0aaa.bbb.ccc');
    const end = text?.end ?? 0;
    const whole = Buffer.from(baked).subarray(end - 8 - (text?.data.length ?? 0), end);
    expect(whole.readUInt32BE(whole.length - 4)).toBe(crc32(whole.subarray(0, -4)));
  });

  it('reads no chunk that states more bytes than there are', () => {
    const bomb = Buffer.from(png);
    bomb.writeUInt32BE(0xffffffff, 8);
    expect([...pngChunks(bomb)]).toEqual([]);
    expect([...pngChunks(png.subarray(0, -3))].map(({ type }) => type)).toEqual(['IHDR']);
    expect([isPng(png), isPng(png.subarray(1)), isPng(new Uint8Array())]).toEqual([true, false, false]);
    expect(() => bakePng(bomb, 'a.b.c')).toThrow('PNG');
  });
});

describe('baking a credential into an SVG', () => {
  it('puts the element directly behind the tag and declares its namespace', () => {
    expect(bakeSvg('<svg viewBox="0 0 1 1"><path d=""/></svg>', 'aaa.bbb.ccc')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" viewBox="0 0 1 1">' +
        '<openbadges:credential verify="aaa.bbb.ccc"></openbadges:credential><path d=""/></svg>\n'
    );
    expect(() => bakeSvg('<p>no drawing</p>', 'a.b.c')).toThrow('SVG');
  });
});
