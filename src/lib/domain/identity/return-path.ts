/** Any address will do: it only shows whether the path stays on the site that it is resolved against. */
const SOMEWHERE = 'https://here.invalid';

const LONGEST = 2048;

/** C0, space, DEL, C1: browsers drop some of them, which turns `/<tab>/evil.example` into `//evil.example`. */
const UNPRINTABLE = /[\u0000-\u0020\u007f-\u009f]/;

function staysHere(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//') && !path.includes('\\');
}

/**
 * The path of this site that a person asked to come back to, or `fallback` where what was sent could lead to another
 * site (`//evil.example`, `/\evil.example`, `https:evil.example`, hidden control characters; ASVS 3.7.2).
 */
export function returnPath(sent: string | null | undefined, fallback: string): string {
  if (!sent || sent.length > LONGEST || UNPRINTABLE.test(sent) || !staysHere(sent)) return fallback;
  if (!URL.canParse(sent, SOMEWHERE)) return fallback;
  const url = new URL(sent, SOMEWHERE);
  const path = url.pathname + url.search + url.hash;
  // Dot segments can leave two slashes at the start: `/.//evil.example` resolves to `//evil.example`.
  return url.origin === SOMEWHERE && staysHere(path) ? path : fallback;
}
