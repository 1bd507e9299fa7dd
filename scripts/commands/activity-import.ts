import { existsSync } from 'node:fs';
import { findEducator } from '#lib/server/identity/find-educator.ts';
import { importActivity } from '#lib/server/interchange/import-activity.ts';
import { textFlag, wrongUsage, type Command, type CommandInput, type CommandOutcome } from '../command.ts';

async function run({ db, words, flags, now }: CommandInput): Promise<CommandOutcome> {
  const [path = ''] = words;
  if (path.endsWith('.zip') && !existsSync(path)) return wrongUsage(`There is no file “${path}”.`);
  const isDraft = flags['draft'] === true;
  const email = textFlag(flags, 'as');
  const actorId = isDraft ? await findEducator(db, email) : null;
  if (isDraft !== (email !== '')) return wrongUsage('--draft and --as EMAIL belong together.');
  if (isDraft && actorId === null) return wrongUsage(`“${email}” is no educator or admin here.`);
  const imported = await importActivity(db, {
    directory: path,
    as: isDraft ? 'draft' : 'live',
    now,
    actorId
  });
  if (!imported.ok) {
    const lines = imported.problem.map(({ file, where, why, mend }) => `${file}, ${where}: ${why} ${mend}`);
    return { exitCode: 1, text: lines.join('\n'), data: { problems: imported.problem } };
  }
  const { outcome, slug, version } = imported.value;
  const what =
    outcome === 'imported'
      ? `Imported${isDraft ? ' as a working copy' : ''}`
      : 'Nothing to do: already there is';
  return { exitCode: 0, text: `${what} ${slug}, version ${version}`, data: imported.value };
}

/** Imports an activity package: all of it, or with any problem none of it. */
export const activityImport: Command = {
  usage: 'activity import DIR|FILE.zip [--draft --as EMAIL]',
  summary:
    'imports the activity package in a folder (see content/) or a zip file, and publishes it; --draft: as a working copy of this educator, which may lack what a release needs',
  options: { draft: { type: 'boolean' }, as: { type: 'string' } },
  words: 1,
  run
};
