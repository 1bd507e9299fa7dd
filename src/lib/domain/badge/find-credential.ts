import { failure, success, type Result } from '#lib/domain/result.ts';
import { KEYWORD, NAMESPACE } from './bake.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { isPng, pngChunks } from './png-chunks.ts';

/** A credential as it was handed in: a compact JWS, or JSON with its proof inside. */
export type FoundCredential = { form: 'jwt'; jwt: string } | { form: 'json'; value: JsonObject };

/** Why there is none, in words for the person who handed it in. */
export type NotFound =
  | 'The picture holds no Open Badges 3.0 credential. Pictures lose it when they are edited, or sent through a messenger.'
  | 'The credential in the picture is compressed, which Open Badges 3.0 does not allow.'
  | 'This is no badge: expected a signed text of three parts, JSON, a PNG or an SVG.'
  | 'This begins like JSON and is none.'
  | 'The text is not UTF-8.';

const NOTHING_INSIDE =
  'The picture holds no Open Badges 3.0 credential. Pictures lose it when they are edited, or sent through a messenger.';

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The text of the first iTXt chunk with the keyword. Nothing is ever inflated. */
function textInPng(bytes: Uint8Array): Result<string, NotFound> {
  const keyword = new TextEncoder().encode(`${KEYWORD}\0`);
  for (const { type, data } of pngChunks(bytes)) {
    if (type !== 'iTXt' || !keyword.every((byte, index) => data[index] === byte)) continue;
    const rest = data.subarray(keyword.length);
    if (rest[0] !== 0) {
      return failure('The credential in the picture is compressed, which Open Badges 3.0 does not allow.');
    }
    const language = rest.indexOf(0, 2);
    const translated = language < 0 ? -1 : rest.indexOf(0, language + 1);
    if (translated < 0) return failure(NOTHING_INSIDE);
    const text = decodeUtf8(rest.subarray(translated + 1));
    return text === null ? failure('The text is not UTF-8.') : success(text);
  }
  return failure(NOTHING_INSIDE);
}

function withoutComments(text: string): string {
  let rest = text;
  const parts: string[] = [];
  for (let start = rest.indexOf('<!--'); start >= 0; start = rest.indexOf('<!--')) {
    parts.push(rest.slice(0, start));
    const end = rest.indexOf('-->', start);
    rest = end < 0 ? '' : rest.slice(end + 3);
  }
  return [...parts, rest].join('');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescape = (text: string) =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');

/** What stands inside an element that begins at `start`: its first CDATA section, else its text. */
function bodyOf(svg: string, { start, name }: { start: number; name: string }): string {
  const end = svg.indexOf(`</${name}`, start);
  const body = svg.slice(start, end < 0 ? undefined : end);
  const open = body.indexOf('<![CDATA[');
  if (open < 0) return unescape(body);
  const close = body.indexOf(']]>', open);
  return body.slice(open + 9, close < 0 ? undefined : close);
}

/** The credential of an SVG. It is read as text, not as XML: no entity is defined, no document type followed. */
function textInSvg(text: string): Result<string, NotFound> {
  const svg = withoutComments(text);
  const [, prefix] = new RegExp(`xmlns:([A-Za-z][\\w-]{0,30})=["']${NAMESPACE}["']`).exec(svg) ?? [];
  const name = prefix === undefined ? '' : `${prefix}:credential`;
  const at = name === '' ? -1 : svg.indexOf(`<${name}`);
  const close = svg.indexOf('>', at);
  if (at < 0 || close < 0) return failure(NOTHING_INSIDE);
  const tag = svg.slice(at, close);
  const [, verify] = /\sverify=["']([^"']+)["']/.exec(tag) ?? [];
  return success(verify ?? bodyOf(svg, { start: close + 1, name }));
}

function parseJson(text: string): Result<FoundCredential, NotFound> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failure('This begins like JSON and is none.');
  }
  if (!isJsonObject(value)) return failure('This begins like JSON and is none.');
  // Our own readable download has the signed text beside the credential: that is what counts.
  return typeof value['jwt'] === 'string'
    ? success({ form: 'jwt', jwt: value['jwt'] })
    : success({ form: 'json', value });
}

function readText(text: string): Result<FoundCredential, NotFound> {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed.startsWith('{')) return parseJson(trimmed);
  const joined = trimmed.replaceAll(/\s/g, '');
  if (/^[\w-]+\.[\w-]+\.[\w-]*$/.test(joined)) return success({ form: 'jwt', jwt: joined });
  return failure('This is no badge: expected a signed text of three parts, JSON, a PNG or an SVG.');
}

/** The credential in a file or pasted text, or why there is none. */
export function findCredential(bytes: Uint8Array): Result<FoundCredential, NotFound> {
  if (isPng(bytes)) {
    const inside = textInPng(bytes);
    return inside.ok ? readText(inside.value) : inside;
  }
  const text = decodeUtf8(bytes);
  if (text === null) return failure('The text is not UTF-8.');
  if (!/^\ufeff?\s*</.test(text.slice(0, 1000))) return readText(text);
  const inside = textInSvg(text);
  return inside.ok ? readText(inside.value) : inside;
}
