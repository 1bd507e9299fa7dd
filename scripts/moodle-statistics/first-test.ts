import { analyseItem } from '#lib/domain/report/psychometrics/analyse-item.ts';
import { effectiveWeights } from '#lib/domain/report/psychometrics/effective-weight.ts';
import type { Comparison } from './comparison.ts';
import { numberIn, readTable, type TableRow } from './read-table.ts';

/** Of Moodle's first test the expected values stand in its program, not in a file: slots 8 to 20, as the developers' page has them. */
const EXPECTED = {
  'facility %': [
    41.19318182, 81.36363636, 71.36363636, 65.45454545, 65.90909091, 36.36363636, 59.09090909, 50,
    59.09090909, 63.63636364, 45.45454545, 27.27272727, 50
  ],
  'SD × 1000': [
    1912.733589, 251.2738111, 322.6312277, 333.4199022, 337.5811591, 492.3659639, 503.2362797, 511.7663157,
    503.2362797, 492.3659639, 509.6471914, 455.8423058, 511.7663157
  ],
  'effective weight': [
    26.58464457, 3.368456046, 3.253955259, 7.584083694, 3.79658376, 3.183278505, 4.532356904, 7.78856243,
    10.08351572, 8.381139345, 8.727645713, 7.946277111, 4.769500946
  ],
  'discrimination index': [
    25.88327077, 1.170256965, -4.207816809, 28.16930644, -2.513606859, -12.99017581, -8.900638238,
    8.670004606, 29.63337745, 15.18945843, 16.21079629, 15.52451404, -8.396734802
  ],
  'discriminative efficiency': [
    27.23492723, 1.382386552, -4.691171307, 31.12404354, -2.877487579, -17.5074184, -10.27568922, 10.86956522,
    34.58997279, 17.4790556, 20.14359793, 22.06477733, -10
  ]
};

type Measure = keyof typeof EXPECTED;
const MEASURES: Measure[] = [
  'facility %',
  'SD × 1000',
  'effective weight',
  'discrimination index',
  'discriminative efficiency'
];

/** Slots 1 to 4 were marked 0 by all, 5 to 7 have no mark to give: nothing varies, so nothing tells people apart. */
function expected(slot: number, measure: Measure): number | null {
  if (slot >= 8) return EXPECTED[measure][slot - 8] ?? null;
  if (measure === 'facility %') return slot <= 4 ? 0 : null;
  return measure === 'SD × 1000' || measure === 'effective weight' ? 0 : null;
}

/** An attempt begins at each row of slot 1. */
function attemptsOf(rows: TableRow[]): TableRow[][] {
  const attempts: TableRow[][] = [];
  for (const row of rows) {
    if (row['slot'] === '1') attempts.push([]);
    attempts.at(-1)?.push(row);
  }
  return attempts;
}

const thousandfold = (value: number | null) => (value === null ? null : 1000 * value);

/** Compares `mdl_question_states.csv`: 20 slots, five measures each. */
export async function compareFirstTest(folder: string): Promise<Comparison[]> {
  const attempts = attemptsOf(await readTable(folder, 'mdl_question_states.csv'));
  const totals = attempts.map((rows) => rows.reduce((sum, row) => sum + numberIn(row, 'mark'), 0));
  const slots = Array.from({ length: 20 }, (_, index) => index + 1);
  const figures = slots.map((slot) => {
    const own = attempts.map((rows) => rows.find((row) => row['slot'] === String(slot)) ?? {});
    const marks = own.map((row) => numberIn(row, 'mark'));
    return analyseItem({ kind: 'item', marks, totals, maximum: numberIn(own[0] ?? {}, 'maxmark') });
  });
  const weights = effectiveWeights(figures.map(({ covarianceWithTotal }) => covarianceWithTotal));
  return figures.flatMap((figure, index) => {
    const found: Record<Measure, number | null> = {
      'facility %': figure.facility,
      'SD × 1000': thousandfold(figure.standardDeviation),
      'effective weight': weights[index] ?? null,
      'discrimination index': figure.discriminationIndex,
      'discriminative efficiency': figure.discriminativeEfficiency
    };
    return MEASURES.map((measure) => ({
      what: `first test, slot ${index + 1}: ${measure}`,
      expected: expected(index + 1, measure),
      found: found[measure],
      tolerance: 1e-5
    }));
  });
}
