import type { Measurement } from './figure.ts';

export type Choice = { chosen: Measurement[]; wants: (name: string) => boolean };

/** The measurements that are named, wholly or by one of their figures; without names those that each release needs. */
export function chooseMeasurements(measurements: Measurement[], names: string[]): Choice {
  if (names.length === 0) return { chosen: measurements.filter(({ isUsual }) => isUsual), wants: () => true };
  if (names.includes('all'))
    return { chosen: measurements.filter(({ isLong }) => !isLong), wants: () => true };
  const unknown = names.filter(
    (name) => !measurements.some((each) => [each.name, ...each.figures].includes(name))
  );
  if (unknown.length > 0) {
    const known = measurements.flatMap((each) => [each.name, ...each.figures]);
    throw new Error(`There is no ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  }
  const isWhole = ({ name }: Measurement) => names.includes(name);
  return {
    chosen: measurements.filter((each) => isWhole(each) || each.figures.some((name) => names.includes(name))),
    wants: (figure) =>
      names.includes(figure) || measurements.some((each) => isWhole(each) && each.figures.includes(figure))
  };
}
