/**
 * JSON in the one form that it can have: no spaces, the names of each object sorted by UTF-16 code units, numbers and text
 * as JavaScript writes them. RFC 8785 (JSON Canonicalization Scheme), §3.2. Takes what `JSON.parse` gives.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const named = new Map<string, unknown>(Object.entries(value));
  const members = [...named.keys()]
    .toSorted((one, other) => (one < other ? -1 : 1))
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(named.get(name))}`);
  return `{${members.join(',')}}`;
}
