import { checkItems, type CheckedItems } from '#lib/server/interchange/check-items.ts';
import { counted, wrongUsage, type CommandOutcome, type FileCommand } from '../command.ts';

function inLines({ items }: CheckedItems): string {
  const lines = items.flatMap(({ id, problems }) =>
    problems.map(
      ({ rule, severity, where, why, mend }) => `${id} ${rule} ${severity}, ${where}: ${why} ${mend}`
    )
  );
  const all = items.flatMap(({ problems }) => problems);
  const sum = (severity: string) => all.filter((problem) => problem.severity === severity).length;
  const total = `${counted(items.length, 'item')}: ${counted(sum('error'), 'error')}, ${counted(sum('warning'), 'warning')}, ${counted(sum('info'), 'hint')}`;
  return [...lines, total].join('\n');
}

async function check({ words }: { words: string[] }): Promise<CommandOutcome> {
  const path = words[0] ?? '';
  const checked = await checkItems(path);
  if (checked.ok) {
    const isFlawed = checked.value.items.some(({ problems }) =>
      problems.some(({ severity }) => severity === 'error')
    );
    return { exitCode: isFlawed ? 1 : 0, text: inLines(checked.value), data: checked.value };
  }
  if (checked.problem.kind === 'no-such-file') return wrongUsage(`There is no file of items at “${path}”.`);
  const { problem } = checked.problem;
  const text = `${problem.file}, ${problem.where}: ${problem.why} ${problem.mend}`;
  return { exitCode: 1, text, data: { items: [], problems: [problem] } };
}

/** Lints the items of a file; exit 1 where one of them has an error. Needs no database. */
export const itemsCheck: FileCommand = {
  usage: 'items check FILE',
  summary: 'lints items.json, or the folder of an activity package; exit 1 where an item has an error',
  options: {},
  words: 1,
  check
};
