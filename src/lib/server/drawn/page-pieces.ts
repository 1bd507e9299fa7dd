import { randomBytes } from 'node:crypto';

/**
 * What differs from one answer to the next: the nonce of its policy, the person that it speaks of, and the ids of what is
 * theirs alone, in an order that all to whom the page is given have in common.
 */
export type Filling = { nonce: string; name: string; owner: string; own?: readonly string[] };

/** A number: the id with this place in `own`. */
type Hole = 'nonce' | 'name' | 'owner' | number;

const drawHole = () => `hole${randomBytes(16).toString('hex')}`;

/** Stand in a page, while it is drawn, where it speaks of a person; nothing that an author writes can hold them. */
export const HOLES = { name: drawHole(), owner: drawHole() };

/** Text in parts: between two of them stands what `holes` has. */
type Template<Part> = { parts: Part[]; holes: Hole[] };

/** A page in pieces. */
export type PagePieces = { headers: [string, Template<string>][]; body: Template<Buffer>; bytes: number };

/** As Svelte writes text. */
const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Fills the holes of a page that the framework has drawn, whose nonce stands in it already. */
export const fillHoles = (text: string, { name, owner }: Pick<Filling, 'name' | 'owner'>) =>
  text.replaceAll(HOLES.name, () => escapeText(name)).replaceAll(HOLES.owner, () => owner);

function cut(text: string, nonce: string, own: readonly string[]): Template<string> {
  const marks = new Map<string, Hole>(own.map((id, place) => [id, place]));
  marks.set(nonce, 'nonce').set(HOLES.name, 'name').set(HOLES.owner, 'owner');
  const words = [...marks.keys()].map((mark) => mark.replaceAll(/[+/=]/g, String.raw`\$&`));
  const found = text.split(new RegExp(`(${words.join('|')})`));
  return {
    parts: found.filter((_part, index) => index % 2 === 0),
    holes: found.flatMap((part, index) => (index % 2 === 0 ? [] : [marks.get(part) ?? 'nonce']))
  };
}

/**
 * Takes a page apart that was drawn with `HOLES`, for somebody whose are the ids `own`. Null where its policy has no nonce,
 * or more than one: then it is not known what would have to be filled in.
 */
export function takeApart(
  html: string,
  headers: Iterable<[string, string]>,
  own: readonly string[] = []
): PagePieces | null {
  const all = [...headers];
  const policy = all.find(([name]) => name === 'content-security-policy')?.[1] ?? '';
  const nonces = new Set([...policy.matchAll(/'nonce-([\w+/=-]+)'/g)].map(([, nonce = '']) => nonce));
  const [nonce] = nonces;
  if (nonce === undefined || nonces.size > 1) return null;
  const { parts, holes } = cut(html, nonce, own);
  return {
    // The length is that of the page whose nonce and name it had.
    headers: all
      .filter(([name]) => name !== 'content-length')
      .map(([name, value]) => [name, cut(value, nonce, own)]),
    body: { parts: parts.map((part) => Buffer.from(part)), holes },
    bytes: Buffer.byteLength(html)
  };
}

function fill<Part>({ parts, holes }: Template<Part>, valueOf: (hole: Hole) => Part): Part[] {
  const filled: Part[] = [];
  for (const [index, part] of parts.entries()) {
    filled.push(part);
    const hole = holes[index];
    if (hole !== undefined) filled.push(valueOf(hole));
  }
  return filled;
}

const wordIn =
  ({ own = [], ...filling }: Filling) =>
  (hole: Hole): string =>
    typeof hole === 'number' ? (own[hole] ?? '') : filling[hole];

function bytesIn({ nonce, name, owner, own = [] }: Filling) {
  const bytes = {
    nonce: Buffer.from(nonce),
    name: Buffer.from(escapeText(name)),
    owner: Buffer.from(owner)
  };
  return (hole: Hole): Buffer => (typeof hole === 'number' ? Buffer.from(own[hole] ?? '') : bytes[hole]);
}

/** The page for one answer; what was kept is not copied. */
export function putTogether({ headers, body }: PagePieces, filling: Filling) {
  const chunks = fill(body, bytesIn(filling));
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const filled: Record<string, string> = { 'content-length': String(length) };
  const word = wordIn(filling);
  for (const [name, { parts, holes }] of headers)
    filled[name] = holes.length === 0 ? (parts[0] ?? '') : fill({ parts, holes }, word).join('');
  return { headers: filled, chunks };
}
