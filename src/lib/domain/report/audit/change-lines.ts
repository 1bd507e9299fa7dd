/** One thing that changed; empty: there was nothing, or there is nothing now. */
export type ChangeLine = { name: string; before: string; after: string };

function inWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** A name as people write it: `approvalsNeeded` is `approvals needed`. */
const spaced = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What an event changed, line by line; what stayed the same is left out. */
export function changeLines({
  before,
  after
}: {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}): ChangeLine[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((name) => ({ name: spaced(name), before: inWords(before?.[name]), after: inWords(after?.[name]) }))
    .filter((line) => line.before !== line.after);
}
