import { makePngChunk, pngChunks } from './png-chunks.ts';

/** The keyword of the chunk that holds a credential (OB 3.0 §5.3.1). */
export const KEYWORD = 'openbadgecredential';

/** The namespace of the element that holds a credential in an SVG (OB 3.0 §5.3.2). */
export const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';

/** Puts a signed credential into a PNG: an uncompressed iTXt chunk after the header. Throws where it is no PNG. */
export function bakePng(png: Uint8Array, jwt: string): Uint8Array<ArrayBuffer> {
  const [header] = pngChunks(png);
  if (header?.type !== 'IHDR') throw new Error('A badge is baked into a PNG.');
  // Keyword, then: not compressed, method 0, no language, no translated keyword.
  const text = new TextEncoder().encode(`${KEYWORD}\0\0\0\0\0${jwt}`);
  const chunk = makePngChunk('iTXt', text);
  const baked = new Uint8Array(png.length + chunk.length);
  baked.set(png.subarray(0, header.end));
  baked.set(chunk, header.end);
  baked.set(png.subarray(header.end), header.end + chunk.length);
  return baked;
}

/** Puts a signed credential into an SVG: an element directly behind the tag `svg`. Throws where it is no SVG of ours. */
export function bakeSvg(svg: string, jwt: string): string {
  const tag = /^<svg\b[^>]*>/.exec(svg)?.[0];
  if (tag === undefined) throw new Error('A badge is baked into an SVG.');
  const open = tag.replace('<svg', `<svg xmlns:openbadges="${NAMESPACE}"`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${open}<openbadges:credential verify="${jwt}"></openbadges:credential>${svg.slice(tag.length)}\n`;
}
