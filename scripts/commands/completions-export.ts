import { once } from 'node:events';
import { readCompletionFilter } from '#lib/domain/report/completion-filter.ts';
import { exportCompletionsCsv } from '#lib/server/report/export-completions-csv.ts';
import { textFlag, wrongUsage } from '../command.ts';
import type { Command, CommandInput, CommandOutcome } from '../command.ts';

const text = { type: 'string' } as const;

const FLAGS = ['activity', 'from', 'to', 'profession'];

/** Writes as the reader reads: a slow disk or pipe holds the query back, not the memory. */
async function stream(chunks: AsyncIterable<string>): Promise<CommandOutcome> {
  for await (const chunk of chunks) {
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
  }
  return { exitCode: 0, text: '', data: null };
}

async function run({ db, flags, now }: CommandInput): Promise<CommandOutcome> {
  const filter = readCompletionFilter(
    new URLSearchParams(FLAGS.map((field) => [field, textFlag(flags, field)]))
  );
  if (!filter.ok) {
    return wrongUsage(filter.problem.map(({ field, message }) => `--${field}: ${message}`).join('\n'));
  }
  const chunks = exportCompletionsCsv(db, { filter: filter.value, now, actorId: null });
  if (flags['json'] !== true) return stream(chunks);
  const csv = (await Array.fromAsync(chunks)).join('');
  return { exitCode: 0, text: csv, data: { csv } };
}

/** Writes the completion report to standard output, the same as the admin's download. */
export const completionsExport: Command = {
  usage: 'completions export [--activity SLUG] [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--profession P]',
  summary: 'writes the completions as CSV to standard output (with --json, the whole text in one field)',
  options: { activity: text, from: text, to: text, profession: text },
  words: 0,
  run
};
