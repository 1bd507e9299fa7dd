import type { Response } from '../../attempt/response.ts';

/** How many first attempts gave this response to an item, with this mark on it and this total. */
export type ResponseCell = {
  /** Null: no response. */
  response: Response | null;
  correct: boolean;
  /** Items right in the whole attempt. */
  total: number;
  attempts: number;
};

/** The mark of an item: all or nothing, as an assessment counts it. */
export const markOf = ({ correct }: ResponseCell): number => (correct ? 1 : 0);

/** The mark of the rest of the form. */
export const restOf = (cell: ResponseCell): number => cell.total - markOf(cell);

/** One value for each attempt. */
export function eachAttempt<Cell extends { attempts: number }>(
  cells: readonly Cell[],
  valueOf: (cell: Cell) => number
): number[] {
  const values: number[] = [];
  for (const cell of cells) {
    for (let attempt = 0; attempt < cell.attempts; attempt += 1) values.push(valueOf(cell));
  }
  return values;
}
