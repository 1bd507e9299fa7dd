import type { TableRow } from './read-table.ts';

/** A response that was marked: at which place, of which drawn item and variant, on which try, part by part. */
export type Try = {
  slot: string;
  drawn: string;
  variant: string;
  number: number;
  parts: Map<string, string>;
};

/** Moodle counts the fifth try and all later ones together. */
const LAST_COUNTED = 5;

/** What is not a response but a button or a name. */
const BUTTONS = new Set(['-submit', '-tryagain']);

/** The fields of the response at a place, by the name of the part (`answer`, or the row of a matching item). */
function partsOf(row: TableRow, slot: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const [column, value] of Object.entries(row)) {
    const [room, place, ...name] = column.split('.');
    const part = name.join('.');
    if (room === 'responses' && place === slot && !BUTTONS.has(part)) parts.set(part, value ?? '');
  }
  return parts;
}

/** A response is marked when it is whole, and a number where one is asked for. */
function isWhole(parts: Map<string, string>, asksForNumber: boolean): boolean {
  const values = [...parts.values()];
  return values.every((value) => value !== '' && (!asksForNumber || Number.isFinite(Number(value))));
}

type Place = { slot: string; steps: TableRow[]; isInteractive: boolean };

/** The tries of one person at one place: each submission of a whole response, and what stands there when the attempt ends. */
function triesAt({ slot, steps, isInteractive }: Place): Try[] {
  const first = steps[0] ?? {};
  const [drawn, variant] = [first[`randqs.${slot}`] ?? '', first[`variants.${slot}`] || '1'];
  const asksForNumber = drawn === 'numerical' || first[`variants.${slot}`] !== undefined;
  const tries: Try[] = [];
  let isOpen = true;
  for (const [index, row] of steps.entries()) {
    if (row[`responses.${slot}.-tryagain`] === '1') isOpen = true;
    const parts = partsOf(row, slot);
    const isSubmitted = row[`responses.${slot}.-submit`] === '1';
    const isLast = index === steps.length - 1 && (!isInteractive || row['finished'] === '1');
    if (!isOpen || !(isSubmitted || isLast) || !isWhole(parts, asksForNumber)) continue;
    isOpen = false;
    tries.push({ slot, drawn, variant, number: Math.min(tries.length + 1, LAST_COUNTED), parts });
  }
  return tries;
}

/** All tries of a file of steps (`steps0N.csv`), for these places. */
export function triesOf(steps: TableRow[], slots: string[]): Try[] {
  const attempts = Map.groupBy(steps, (row) => row['quizattempt'] ?? '');
  const isInteractive = steps.some((row) => row['finished'] !== undefined);
  return [...attempts.values()].flatMap((own) =>
    slots.flatMap((slot) => triesAt({ slot, steps: own, isInteractive }))
  );
}
