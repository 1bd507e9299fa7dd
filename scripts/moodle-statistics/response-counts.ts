import type { Comparison } from './comparison.ts';
import { readTable, type TableRow } from './read-table.ts';
import { triesOf, type Try } from './response-tries.ts';

const COLUMNS = ['count1', 'count2', 'count3', 'count4', 'count5'];

/** Names of the classes that take what no other class does. */
const REST = new Set(['*', '[NO MATCH]', '[Did not match any answer]']);

/** The part of a response that a row counts: the row of a matching item (`frog: mammal`), or the whole. */
function partOf(row: TableRow): string {
  const model = row['modelresponse'] ?? '';
  return /^(\w+): /.exec(model)?.[1] ?? 'answer';
}

/** A true-false response is 1 or 0 in the steps, and has no wording of its own in the counts. */
const WORDING = new Map([
  ['True', '1'],
  ['False', '0']
]);

/** The response that a row counts, as the steps have it; null: it stands for no response, or for a class that nobody gave. */
function wordingOf(row: TableRow): string | null {
  const actual = row['actualresponse'] ?? '';
  return actual === '' ? (WORDING.get(row['modelresponse'] ?? '') ?? null) : actual;
}

/** The class, of those that the rows name, that a wording falls into by its bounds, its words, or because no other fits. */
function classOf(given: string, models: string[]): string | null {
  const fits = (model: string) => {
    const bounds = /\(([\d.]+?)\.\.([\d.]+?)\)$/.exec(model);
    if (bounds) return Number(given) >= Number(bounds[1]) && Number(given) <= Number(bounds[2]);
    const words = model.replace(/^\w+: /, '');
    return words === given || WORDING.get(model) === given;
  };
  return models.find(fits) ?? models.find((model) => REST.has(model)) ?? null;
}

type Counted = { row: TableRow; tries: Try[]; isComputed: boolean; models: string[] };

/** How many tries gave what the row counts, on this try or (0) on any. */
function count({ row, tries, isComputed, models }: Counted, number: number): number {
  const [wording, part] = [wordingOf(row), partOf(row)];
  return tries.filter((one) => {
    const given = one.parts.get(part);
    if (given === undefined || (number > 0 && one.number !== number)) return false;
    // The right answer of a computed item stands in no file but the counts: there the wording alone decides.
    if (isComputed) return given === wording;
    return classOf(given, models) === row['modelresponse'] && (wording === null || given === wording);
  }).length;
}

function compareRow(counted: Counted, where: string): Comparison[] {
  const { row } = counted;
  const what = `${where}, ${row['slot']} ${row['randq'] ?? ''} ${row['modelresponse']} “${row['actualresponse']}”`;
  return ['totalcount', ...COLUMNS].flatMap((column, number) => {
    const cell = row[column];
    if (cell === undefined) return [];
    return [
      { what: `${what}: ${column}`, expected: Number(cell), found: count(counted, number), tolerance: 0 }
    ];
  });
}

/** One set: `steps0N.csv` counted and compared with `responsecounts0N.csv`. */
async function compareSet(folder: string, set: string): Promise<Comparison[]> {
  const expected = await readTable(folder, `responsecounts${set}.csv`);
  const slots = [...new Set(expected.map((row) => row['slot'] ?? ''))];
  const tries = triesOf(await readTable(folder, `steps${set}.csv`), slots);
  return expected.flatMap((row) => {
    const [slot, drawn, variant] = [row['slot'], row['randq'] ?? '', row['variant'] ?? '1'];
    const isOwn = (one: Try) => one.slot === slot && one.drawn === drawn && one.variant === variant;
    const isSame = (other: TableRow) =>
      other['slot'] === slot && (other['randq'] ?? '') === drawn && partOf(other) === partOf(row);
    const models = [...new Set(expected.filter(isSame).map((other) => other['modelresponse'] ?? ''))];
    const own = { row, tries: tries.filter(isOwn), models };
    return compareRow({ ...own, isComputed: models.some((model) => model.startsWith('{')) }, `set ${set}`);
  });
}

/** Compares the counts of responses of all sets: class of response × variant × try. */
export async function compareResponseCounts(folder: string): Promise<Comparison[]> {
  const sets = await Promise.all(['00', '01', '02', '03'].map((set) => compareSet(folder, set)));
  return sets.flat();
}
