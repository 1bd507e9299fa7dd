import { analyseForm } from '#lib/domain/report/psychometrics/analyse-form.ts';
import { analyseItem } from '#lib/domain/report/psychometrics/analyse-item.ts';
import { greatestCovariance } from '#lib/domain/report/psychometrics/discriminative-efficiency.ts';
import { effectiveWeights } from '#lib/domain/report/psychometrics/effective-weight.ts';
import { covariance, variance } from '#lib/domain/report/psychometrics/moments.ts';
import { restMarks } from '#lib/domain/report/psychometrics/rest-marks.ts';
import type { Comparison } from './comparison.ts';
import { numberIn, readTable, type TableRow } from './read-table.ts';

/** Of the whole test the expected values stand in Moodle's program, not in a file. */
const WHOLE = {
  attempts: 25,
  median: 4.5,
  mean: 4.617333332,
  standardDeviation: 0.8117265554,
  skewness: -0.092502502,
  kurtosis: -0.7073968557,
  internalConsistency: -87.2230935542,
  errorRatio: 136.8294900795,
  standardError: 1.1106813066
};

const NAMES = [
  'attempts',
  'median',
  'mean',
  'standardDeviation',
  'skewness',
  'kurtosis',
  'internalConsistency',
  'errorRatio',
  'standardError'
] as const;

type Test = { results: TableRow[]; steps: TableRow[]; weights: (number | null)[] };

const totalOf = (row: TableRow) => numberIn(row, 'summarks');
const marksOf = (rows: TableRow[], slot: string) => rows.map((row) => numberIn(row, `slots.${slot}.mark`));
const SLOTS = ['1', '2', '3', '4', '5', '6', '7'];

/** The attempts that a row of figures is about: all, those who drew one item, or those who met one variant. */
function attemptsOf({ results, steps }: Test, row: TableRow): TableRow[] {
  const [slot = '', drawn = '', variant = ''] = [row['slot'], row['subqname'], row['variant']];
  return results.filter((_, index) => {
    const step = steps[index] ?? {};
    return (
      (drawn === '' || step[`randqs.${slot}`] === drawn) &&
      (variant === '' || step[`variants.${slot}`] === variant)
    );
  });
}

function kindOf(row: TableRow) {
  if (row['subqname'] !== '') return 'drawn-for-a-random-place' as const;
  return row['variant'] === '' ? ('item' as const) : ('variant' as const);
}

/** Our figures by the names of the columns, facility as a fraction as it is there. */
function figuresOf(test: Test, row: TableRow): Record<string, number | null> {
  const slot = row['slot'] ?? '';
  const attempts = attemptsOf(test, row);
  const [marks, totals, kind] = [marksOf(attempts, slot), attempts.map(totalOf), kindOf(row)];
  const rest = restMarks(kind, marks, totals);
  const figure = analyseItem({ kind, marks, totals, maximum: numberIn(row, 'maxmark') });
  return {
    s: attempts.length,
    facility: figure.facility === null ? null : figure.facility / 100,
    sd: figure.standardDeviation,
    effectiveweight: kind === 'item' ? (test.weights[Number(slot) - 1] ?? null) : null,
    covariance: covariance(marks, rest),
    markvariance: variance(marks),
    othermarkvariance: variance(rest),
    discriminationindex: figure.discriminationIndex,
    covariancemax: greatestCovariance(marks, rest),
    discriminativeefficiency: figure.discriminativeEfficiency
  };
}

function compareRow(test: Test, row: TableRow): Comparison[] {
  const where = `second test, slot ${row['slot']} ${row['subqname']}${row['variant']}`.trimEnd();
  return Object.entries(figuresOf(test, row)).flatMap(([column, found]) => {
    const cell = row[column] ?? '';
    if (cell === '') return [];
    const expected = cell === '**NULL**' ? null : Number(cell);
    return [{ what: `${where}: ${column}`, expected, found, tolerance: 2e-5 }];
  });
}

/** Compares `results00.csv` with the values of the whole and with each row of `qstats00.csv`. */
export async function compareSecondTest(folder: string): Promise<Comparison[]> {
  const results = await readTable(folder, 'results00.csv');
  const totals = results.map(totalOf);
  const spreads = SLOTS.map((slot) => covariance(marksOf(results, slot), totals));
  const weights = effectiveWeights(spreads);
  const test = { results, steps: await readTable(folder, 'steps00.csv'), weights };
  const itemVariances = SLOTS.map((slot) => variance(marksOf(results, slot)) ?? 0);
  const whole = analyseForm(totals, itemVariances);
  const ofWhole = NAMES.map((name) => ({
    what: `second test, whole: ${name}`,
    expected: WHOLE[name],
    found: whole[name],
    tolerance: 1.5e-5
  }));
  const rows = await readTable(folder, 'qstats00.csv');
  return [...ofWhole, ...rows.flatMap((row) => compareRow(test, row))];
}
