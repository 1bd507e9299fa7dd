/**
 * A value as the text of a JSON file: two spaces, a line break at the end. Of every object the fields named in `order`
 * come first, in that order, then the others by name: the same content is always the same text.
 */
export function writeJson(value: unknown, order: readonly string[]): string {
  const ranks = new Map(order.map((name, index) => [name, index]));
  const rank = (name: string) => ranks.get(name) ?? order.length;
  const byOrder = ([one]: [string, unknown], [other]: [string, unknown]) =>
    rank(one) - rank(other) || (one < other ? -1 : 1);
  const arrange = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(arrange);
    if (typeof part !== 'object' || part === null) return part;
    const entries: [string, unknown][] = Object.entries(part);
    return new Map(entries.toSorted(byOrder).map(([name, inner]) => [name, arrange(inner)]));
  };
  return `${print(arrange(value), '')}\n`;
}

/** Prints what `arrange` made. Maps keep the order of names that look like numbers, which objects do not. */
function print(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  const block = (open: string, parts: string[], close: string) =>
    parts.length === 0 ? open + close : `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${indent}${close}`;
  if (Array.isArray(value))
    return block(
      '[',
      value.map((part) => print(part, inner)),
      ']'
    );
  if (!(value instanceof Map)) return JSON.stringify(value);
  const fields = [...value].filter(([, part]) => part !== undefined);
  return block(
    '{',
    fields.map(([name, part]) => `${JSON.stringify(name)}: ${print(part, inner)}`),
    '}'
  );
}
