/** The id of a new item in its bank: `N01`, `N02`, … the first that comes after all that were given, `N99` then `N100`. */
export function nextItemId(taken: string[]): string {
  const numbers = taken.map((id) => Number(/^N(\d{1,6})$/.exec(id)?.[1] ?? 0));
  return `N${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}
