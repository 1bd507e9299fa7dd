import { randomBytes } from 'node:crypto';

/** What differs from one answer to the next: the nonce of its policy, and the person that it speaks of. */
export type Filling = { nonce: string; name: string; owner: string };

type Hole = keyof Filling;

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
export const fillHoles = (text: string, { name, owner }: Omit<Filling, 'nonce'>) =>
  text.replaceAll(HOLES.name, () => escapeText(name)).replaceAll(HOLES.owner, () => owner);

function cut(text: string, nonce: string): Template<string> {
  const marks = new Map<string, Hole>([
    [nonce, 'nonce'],
    [HOLES.name, 'name'],
    [HOLES.owner, 'owner']
  ]);
  const words = [...marks.keys()].map((mark) => mark.replaceAll(/[+/=]/g, String.raw`\$&`));
  const found = text.split(new RegExp(`(${words.join('|')})`));
  return {
    parts: found.filter((_part, index) => index % 2 === 0),
    holes: found.flatMap((part, index) => (index % 2 === 0 ? [] : [marks.get(part) ?? 'nonce']))
  };
}

/**
 * Takes a page apart that was drawn with `HOLES`. Null where its policy has no nonce, or more than one: then it is not
 * known what would have to be filled in.
 */
export function takeApart(html: string, headers: Iterable<[string, string]>): PagePieces | null {
  const all = [...headers];
  const policy = all.find(([name]) => name === 'content-security-policy')?.[1] ?? '';
  const nonces = new Set([...policy.matchAll(/'nonce-([\w+/=-]+)'/g)].map(([, nonce = '']) => nonce));
  const [nonce] = nonces;
  if (nonce === undefined || nonces.size > 1) return null;
  const { parts, holes } = cut(html, nonce);
  return {
    // The length is that of the page whose nonce and name it had.
    headers: all
      .filter(([name]) => name !== 'content-length')
      .map(([name, value]) => [name, cut(value, nonce)]),
    body: { parts: parts.map((part) => Buffer.from(part)), holes },
    bytes: Buffer.byteLength(html)
  };
}

function fill<Part>({ parts, holes }: Template<Part>, filling: Record<Hole, Part>): Part[] {
  const filled: Part[] = [];
  for (const [index, part] of parts.entries()) {
    filled.push(part);
    const hole = holes[index];
    if (hole !== undefined) filled.push(filling[hole]);
  }
  return filled;
}

const toBytes = ({ nonce, name, owner }: Filling): Record<Hole, Buffer> => ({
  nonce: Buffer.from(nonce),
  name: Buffer.from(escapeText(name)),
  owner: Buffer.from(owner)
});

/** The page for one answer; what was kept is not copied. */
export function putTogether({ headers, body }: PagePieces, filling: Filling) {
  const chunks = fill(body, toBytes(filling));
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const filled: Record<string, string> = { 'content-length': String(length) };
  for (const [name, template] of headers)
    filled[name] = template.holes.length === 0 ? (template.parts[0] ?? '') : fill(template, filling).join('');
  return { headers: filled, chunks };
}
