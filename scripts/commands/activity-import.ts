import { existsSync } from 'node:fs';
import { importActivity } from '#lib/server/interchange/import-activity.ts';
import { wrongUsage, type Command, type CommandInput, type CommandOutcome } from '../command.ts';

async function run({ db, words, now }: CommandInput): Promise<CommandOutcome> {
  const [path = ''] = words;
  if (path.endsWith('.zip') && !existsSync(path)) return wrongUsage(`There is no file “${path}”.`);
  const imported = await importActivity(db, { directory: path, now, actorId: null });
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
  usage: 'activity import DIR|FILE.zip',
  summary: 'imports the activity package in a folder (see content/) or a zip file, and publishes it',
  options: {},
  words: 1,
  run
};
