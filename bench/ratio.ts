/** A figure of ours and the limit that it is held against, each measured afresh at every call. More is better. */
export type Trial = {
  name: string;
  unit: string;
  figure: () => Promise<number>;
  limit: () => Promise<number>;
  /** Run once before anything counts. */
  warmUp?: () => Promise<unknown>;
};

/** The outcome of a trial: medians, their ratio, and the least and greatest ratio of a single pair. */
export type Ratio = {
  name: string;
  figure: number;
  limit: number;
  unit: string;
  ratio: number;
  least: number;
  greatest: number;
  runs: number;
};

type Pair = { figure: number; limit: number };

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** The value below which this share of the values lies, e.g. 0.99: the 99th percentile (nearest rank). */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
}

/** Several values of one kind against a limit that does not move: the median, with the least and the greatest share. */
export function spreadOf(values: number[], limit: number): Omit<Ratio, 'name' | 'unit'> {
  const figure = median(values);
  const spread = { least: Math.min(...values) / limit, greatest: Math.max(...values) / limit };
  return { figure, limit, ratio: figure / limit, ...spread, runs: values.length };
}

/** Whether the machine changed under the run: the limit is not within half of what it was. */
const hasMoved = (limit: number, before: number) => Math.abs(limit - before) > before / 2;

/** Limit and figure in the same seconds; repeated, at most three times, while the limit is still moving. */
async function measurePair(trial: Trial, before: number | null): Promise<Pair> {
  let pair = { limit: await trial.limit(), figure: await trial.figure() };
  for (let again = 0; again < 3 && before !== null && hasMoved(pair.limit, before); again += 1) {
    before = pair.limit;
    pair = { limit: await trial.limit(), figure: await trial.figure() };
  }
  return pair;
}

/**
 * Interleaves limit and figure for `pairs` pairs and forms the ratio of their medians: absolute numbers from a shared
 * machine mean little, ratios taken in the same minutes do.
 */
export async function measureRatio(trial: Trial, pairs = 5): Promise<Ratio> {
  await trial.warmUp?.();
  const measured: Pair[] = [];
  while (measured.length < pairs) measured.push(await measurePair(trial, measured.at(-1)?.limit ?? null));
  const figure = median(measured.map((pair) => pair.figure));
  const limit = median(measured.map((pair) => pair.limit));
  const ratios = measured.map((pair) => pair.figure / pair.limit);
  return {
    name: trial.name,
    figure,
    limit,
    unit: trial.unit,
    ratio: figure / limit,
    least: Math.min(...ratios),
    greatest: Math.max(...ratios),
    runs: measured.length
  };
}

/**
 * The same trial as the median of its answers in milliseconds, against the most that is allowed: here less is better, and
 * a ratio above 1 misses the target.
 */
export function againstTarget({ name, figure, ratio, least, greatest, runs }: Ratio, mostMs: number): Ratio {
  const ms = 1000 / figure;
  const share = ms / mostMs;
  // The spread of the pairs, the quickest first.
  const spread = { least: (share * ratio) / greatest, greatest: (share * ratio) / least };
  return { name: `${name}-median`, figure: ms, limit: mostMs, unit: 'ms', ratio: share, ...spread, runs };
}
