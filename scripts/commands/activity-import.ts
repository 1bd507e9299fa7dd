import { importActivity } from '#lib/server/interchange/import-activity.ts';
import type { Command, CommandInput, CommandOutcome } from '../command.ts';

async function run({ db, words, now }: CommandInput): Promise<CommandOutcome> {
  const imported = await importActivity(db, { directory: words[0] ?? '', now, actorId: null });
  if (!imported.ok) {
    const lines = imported.problem.map(({ file, where, why, mend }) => `${file}, ${where}: ${why} ${mend}`);
    return { exitCode: 1, text: lines.join('\n'), data: { problems: imported.problem } };
  }
  const { outcome, slug, version } = imported.value;
  const what = outcome === 'imported' ? 'Imported' : 'Nothing to do: already there is';
  return { exitCode: 0, text: `${what} ${slug}, version ${version}`, data: imported.value };
}

/** Imports an activity package: all of it, or with any problem none of it. */
export const activityImport: Command = {
  usage: 'activity import DIR',
  summary: 'imports the activity package in a folder (see content/)',
  options: {},
  words: 1,
  run
};
