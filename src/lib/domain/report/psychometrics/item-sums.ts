/**
 * What a form remembers of an item version, x being its mark and t the mark of the whole over the same attempts. Sums of
 * several forms, or of more attempts, add up. Marks are whole, so nothing is rounded (below 2^53). Source:
 * formats-and-statistics.md §5.
 */
export type ItemSums = {
  responses: number;
  sumX: number;
  sumXx: number;
  sumXt: number;
  sumT: number;
  sumTt: number;
};

export const NO_SUMS: ItemSums = { responses: 0, sumX: 0, sumXx: 0, sumXt: 0, sumT: 0, sumTt: 0 };

/** The sums of both. */
export function addSums(one: ItemSums, other: ItemSums): ItemSums {
  return {
    responses: one.responses + other.responses,
    sumX: one.sumX + other.sumX,
    sumXx: one.sumXx + other.sumXx,
    sumXt: one.sumXt + other.sumXt,
    sumT: one.sumT + other.sumT,
    sumTt: one.sumTt + other.sumTt
  };
}

/** The sums of so many attempts with this mark and this total. */
export function sumsOf(x: number, t: number, attempts = 1): ItemSums {
  return {
    responses: attempts,
    sumX: attempts * x,
    sumXx: attempts * x * x,
    sumXt: attempts * x * t,
    sumT: attempts * t,
    sumTt: attempts * t * t
  };
}
