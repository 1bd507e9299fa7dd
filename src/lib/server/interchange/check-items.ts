import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { itemProblemOf, type ItemProblem } from '#lib/domain/interchange/item-problem.ts';
import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { lintItem } from '#lib/domain/question-bank/lint/lint-item.ts';
import { indexKeys, keysToldIn, type KeyIndex } from '#lib/domain/question-bank/lint/told-keys.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { readLenientItem, type LenientItem } from './lenient-item.ts';
import { fileProblem, readText } from './read-text.ts';

/** The items of a file with what is wrong with each, in the order of the file. */
export type CheckedItems = { items: { id: string; problems: ItemProblem[] }[] };

type FileNames = { directory: string; file: string };

/** The file of items that was named, itself or by the folder of its package; null where there is none. */
async function locate(path: string): Promise<FileNames | null> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    const named = isFolder ? join(path, 'items.json') : path;
    return (await stat(named)).isFile() ? { directory: dirname(named), file: basename(named) } : null;
  } catch {
    return null;
  }
}

async function readJson({ directory, file }: FileNames): Promise<Result<unknown, PackageProblem>> {
  try {
    const text = await readText(directory, file);
    return text.ok ? success(JSON.parse(text.value)) : text;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (error instanceof SyntaxError)
      return failure(fileProblem(file, `It is not JSON: ${said}.`, 'Correct the JSON.'));
    return failure(fileProblem(file, `It cannot be read: ${said}.`, 'Let this account read it.'));
  }
}

/** The id of an entry, or null where it has none. */
function idOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null || !('id' in entry)) return null;
  return typeof entry.id === 'string' && entry.id !== '' ? entry.id : null;
}

/** The citation keys of references.json beside the items; null where there is none that can be read. */
async function readListedKeys(directory: string): Promise<string[] | null> {
  const at = { directory, file: 'references.json' };
  if ((await locate(join(directory, at.file))) === null) return null;
  const read = await readJson(at);
  if (!read.ok || !Array.isArray(read.value)) return null;
  const entries: unknown[] = read.value;
  return entries.flatMap((entry) => idOf(entry) ?? []);
}

const keyTexts = ({ id, draft }: LenientItem) =>
  draft.options.filter(({ isKey }) => isKey === true).map(({ text }) => ({ itemId: id, text }));

function keyIndexes(items: LenientItem[]): Map<string, KeyIndex> {
  const banks = Map.groupBy(items, ({ bank }) => bank);
  return new Map([...banks].map(([bank, list]) => [bank, indexKeys(list.flatMap(keyTexts))]));
}

type Surroundings = { listedKeys: string[] | null; keys: Map<string, KeyIndex> };

function problemsOf(
  item: ReturnType<typeof readLenientItem>,
  { listedKeys, keys }: Surroundings
): ItemProblem[] {
  if ('issues' in item) {
    return item.issues.map((issue) => ({
      rule: 'form',
      severity: 'error',
      ...issue,
      mend: 'Correct this value.'
    }));
  }
  const { id, bank, draft } = item;
  const index = keys.get(bank);
  const otherKeys = index === undefined ? [] : keysToldIn(index, { itemId: id, stem: draft.stem });
  const context = { listedKeys, retractedKeys: [], shufflesOptions: false, otherKeys };
  return lintItem(draft, context).map((finding) => itemProblemOf(finding, draft));
}

function checkEntries(entries: unknown[], listedKeys: string[] | null): CheckedItems {
  const read = entries.map(readLenientItem);
  const keys = keyIndexes(read.filter((item) => 'draft' in item));
  return {
    items: read.map((item, index) => ({
      id: idOf(entries[index]) ?? `item ${index + 1}`,
      problems: problemsOf(item, { listedKeys, keys })
    }))
  };
}

/**
 * Checks the writing of the items in a file: items.json in the form of a package, or the folder of one. References are
 * compared with the references.json beside it, if any. `no-such-file`: there is nothing to read at this path.
 */
export async function checkItems(
  path: string
): Promise<Result<CheckedItems, { kind: 'no-such-file' } | { kind: 'unreadable'; problem: PackageProblem }>> {
  const found = await locate(path);
  if (found === null) return failure({ kind: 'no-such-file' });
  const read = await readJson(found);
  if (!read.ok) return failure({ kind: 'unreadable', problem: read.problem });
  if (!Array.isArray(read.value)) {
    const problem = fileProblem(found.file, 'It is no list of items.', 'Write the items in [ and ].');
    return failure({ kind: 'unreadable', problem });
  }
  return success(checkEntries(read.value, await readListedKeys(found.directory)));
}
