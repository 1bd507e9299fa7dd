import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { ShownCount } from '#lib/domain/report/small-cells.ts';

/** A line in per cent of its box, both ways; what is held back leaves a gap. */
export type LineShape = {
  path: string;
  points: { x: number; y: number }[];
  ticks: { value: number; y: number }[];
};

const isShown = (count: ShownCount): count is number => count !== null;

/** The middle of a place out of so many, in per cent. */
export const middleOf = (index: number, count: number): number => (100 * (index + 0.5)) / count;

/** The shape of numbers in a row, from 0 at the bottom to a round number at the top. */
export function lineShape(counts: readonly ShownCount[]): LineShape {
  const scale = scaleLinear()
    .domain([0, Math.max(4, ...counts.filter(isShown))])
    .range([100, 0])
    .nice(3);
  const points = counts.flatMap((count, index) =>
    count === null ? [] : [{ x: middleOf(index, counts.length), y: scale(count) }]
  );
  const draw = line<ShownCount>()
    .defined(isShown)
    .x((_, index) => middleOf(index, counts.length))
    .y((count) => scale(count ?? 0));
  return {
    path: draw([...counts]) ?? '',
    points,
    ticks: scale
      .ticks(3)
      .filter(Number.isInteger)
      .map((value) => ({ value, y: scale(value) }))
  };
}
