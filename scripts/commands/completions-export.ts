import { once } from 'node:events';
import { readCompletionView, type CompletionView } from '#lib/domain/report/completion-view.ts';
import { EXPORT_FORMATS, isExportFormat } from '#lib/domain/report/export-format.ts';
import { downloadExport } from '#lib/server/report/download-export.ts';
import { textFlag, textFlags, wrongUsage } from '../command.ts';
import type { Command, CommandInput, CommandOutcome } from '../command.ts';

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

/** The parameters of the page's address, each as a flag. */
const FIELDS = {
  activity: texts,
  version: texts,
  from: text,
  to: text,
  profession: texts,
  credit: texts,
  country: texts,
  reporting: texts,
  scoreMin: text,
  scoreMax: text,
  name: texts,
  column: texts,
  sort: text,
  order: text
} as const;

type Flags = CommandInput['flags'];

/** The view that the flags name, or what is wrong with them. */
function viewOf(flags: Flags): CompletionView | string {
  const given = Object.keys(FIELDS).flatMap((field) =>
    [textFlag(flags, field), ...textFlags(flags, field)].map((value) => [field, value])
  );
  const view = readCompletionView(new URLSearchParams(given));
  if (view.ok) return view.value;
  return view.problem.map(({ field, message }) => `--${field}: ${message}`).join('\n');
}

/** Writes as the reader reads: a slow disk or pipe holds the query back, not the memory. */
async function stream(chunks: AsyncIterable<Uint8Array>): Promise<CommandOutcome> {
  for await (const chunk of chunks) {
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
  }
  return { exitCode: 0, text: '', data: null };
}

async function run({ database, flags, now }: CommandInput): Promise<CommandOutcome> {
  const view = viewOf(flags);
  if (typeof view === 'string') return wrongUsage(view);
  const format = textFlag(flags, 'format') || 'csv';
  if (!isExportFormat(format)) return wrongUsage(`--format: Give one of ${EXPORT_FORMATS.join(', ')}`);
  const asJson = flags['json'] === true;
  if (asJson && format === 'xlsx') return wrongUsage('--json: A sheet is no text. Leave --json away');
  const order = { view, format, now, way: 'command-line', actorId: null } as const;
  const download = await downloadExport(database, order);
  if (!download.ok && download.problem === 'too-many-at-once') throw new Error('A command has one download.');
  if (!download.ok) return wrongUsage('--format: A sheet holds 1,048,575 rows, and there are more. Use csv');
  if (!asJson) return stream(download.value.chunks);
  const whole = Buffer.concat(await Array.fromAsync(download.value.chunks)).toString('utf8');
  return { exitCode: 0, text: whole, data: { [format]: whole } };
}

/** Writes the completion report to standard output, the same as the admin's download. */
export const completionsExport: Command = {
  usage:
    'completions export [--format csv|xlsx|ndjson] [--activity SLUG] [--version V] [--from YYYY-MM-DD] [--to YYYY-MM-DD] ' +
    '[--profession P] [--credit RULE] [--country CC] [--reporting REPORT:STATE] [--scoreMin N] [--scoreMax N] [--name WORD] ' +
    '[--column NAME] [--sort completed|name|score] [--order asc|desc]',
  summary:
    'writes the completions to standard output, as CSV where nothing else is said; a flag of a list may be repeated ' +
    '(with --json, the whole text in one field)',
  options: { ...FIELDS, format: text },
  words: 0,
  run
};
