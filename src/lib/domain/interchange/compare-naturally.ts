const pieces = (name: string): string[] => name.match(/\d+|\D+/g) ?? [];

const isNumber = (piece: string) => /^\d/.test(piece);

function comparePieces(one: string, other: string): number {
  if (isNumber(one) && isNumber(other) && Number(one) !== Number(other)) return Number(one) - Number(other);
  return one < other ? -1 : Number(one > other);
}

/** The order in which people list names such as P2 and P10: numbers inside them by their value. */
export function compareNaturally(one: string, other: string): number {
  const [left, right] = [pieces(one), pieces(other)];
  const length = Math.max(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const order = comparePieces(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
