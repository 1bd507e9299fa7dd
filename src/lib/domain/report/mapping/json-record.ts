import type { MappedColumn, ReportCell } from './report-mapping.ts';

/** A tree of JSON under construction. */
type Tree = { [name: string]: Tree | Tree[] | ReportCell };

type Step = { name: string; index: number | null };

const stepsOf = (path: string): Step[] =>
  path.split('.').map((part) => {
    const [, name = part, index] = /^(.*)\[(\d+)\]$/.exec(part) ?? [];
    return { name, index: index === undefined ? null : Number(index) };
  });

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The tree below a name, made where there is none. */
function descend(tree: Tree, { name, index }: Step): Tree {
  const there = tree[name];
  if (index === null) {
    if (isTree(there)) return there;
    const made: Tree = {};
    tree[name] = made;
    return made;
  }
  const list = Array.isArray(there) ? there : [];
  tree[name] = list;
  list[index] ??= {};
  return list[index];
}

/** Lists close up where an element had nothing to say. */
function withoutGaps(tree: Tree): Tree {
  const entries = Object.entries(tree).map(([name, value]): [string, Tree[string]] => {
    if (Array.isArray(value)) return [name, value.filter((one) => isTree(one)).map(withoutGaps)];
    return [name, isTree(value) ? withoutGaps(value) : value];
  });
  return Object.fromEntries(entries);
}

/** Puts a value at its path. */
function place(tree: Tree, path: string, cell: ReportCell): void {
  const steps = stepsOf(path);
  const last = steps.at(-1);
  if (last === undefined) return;
  const parent = steps.slice(0, -1).reduce(descend, tree);
  parent[last.name] = cell;
}

/** A record of JSON: each cell at the path that its column names; an empty one is left out. Lists hold objects. */
export function jsonRecord(columns: readonly MappedColumn[], cells: readonly ReportCell[]): Tree {
  const tree: Tree = {};
  columns.forEach(({ column }, index) => {
    const cell = cells[index] ?? null;
    if (cell !== null) place(tree, column, cell);
  });
  return withoutGaps(tree);
}

/** Where the records go when the envelope is cut in two. */
const MARK = '\u0001records\u0001';

/** What stands before and after the records in a file of JSON, one record a line between them. */
export function jsonFrame(
  envelope: { records: string; createdAt: string | null },
  createdAt: string
): { before: string; after: string } {
  const tree: Tree = {};
  if (envelope.createdAt !== null) place(tree, envelope.createdAt, createdAt);
  place(tree, envelope.records, MARK);
  const [before = '', after = ''] = JSON.stringify(tree).split(JSON.stringify(MARK));
  return { before: `${before}[\n`, after: `\n]${after}\n` };
}
