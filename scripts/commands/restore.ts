import { restoreBackup, type Restored, type RestoreProblem } from '#lib/server/backup/restore-backup.ts';
import { textFlag, wrongUsage, type Command, type CommandInput, type CommandOutcome } from '../command.ts';
import { readIdList } from './id-list.ts';
import { agreement, auditLine, comparedTable, refused } from './load-words.ts';

const SIDES: [string, string] = ['in file', 'restored'];

const REMEMBER =
  'Set the SIGNING_SECRET that the backup was made under, or put the file signing-secret back into DATA_DIR, before people come. Revoke again what was revoked since: tokens of programs, roles, passkeys.';

const erasureLines = ({ erased, refused: kept }: Restored['erasures']) => [
  `People erased again: ${erased}.`,
  ...kept.map((id) => `Not erased, because nobody else is an admin: ${id}`)
];

function done(restored: Restored): CommandOutcome {
  const { header, compared, sessionsEnded, erasures, audit } = restored;
  const text = [
    comparedTable(compared, SIDES),
    `Restored what was backed up ${header.at}. ${agreement(compared)}`,
    auditLine(audit),
    ...erasureLines(erasures),
    `Everybody signs in again: ${sessionsEnded} sessions ended.`,
    REMEMBER
  ].join('\n');
  const isWhole = audit.fault === null && erasures.refused.length === 0;
  return { exitCode: isWhole ? 0 : 1, text, data: restored };
}

function notDone(problem: RestoreProblem): CommandOutcome {
  if (problem.kind !== 'damaged') return refused(problem, SIDES);
  const text = `${problem.message} Nothing was restored.`;
  return { exitCode: 1, text, data: { error: text, ...problem } };
}

async function run({ database, flags, environment, now }: CommandInput): Promise<CommandOutcome> {
  const path = textFlag(flags, 'from');
  if (path === '') return wrongUsage('Say with --from FILE which backup to restore.');
  const list = textFlag(flags, 'erasures');
  const erasedIds = list === '' ? [] : readIdList(list);
  if (typeof erasedIds === 'string') return wrongUsage(erasedIds);
  const secret = environment.signingSecret;
  try {
    const restored = await restoreBackup(database, { path, folder: 'drizzle', erasedIds, secret, now });
    return restored.ok ? done(restored.value) : notDone(restored.problem);
  } catch (error) {
    if (error instanceof Error && 'path' in error && error.path === path)
      return wrongUsage(`The file “${path}” cannot be read.`);
    throw error;
  }
}

/** Puts a backup into an empty database. */
export const restore: Command = {
  usage: 'restore --from FILE [--erasures FILE]',
  summary:
    'puts a backup into the database, which has to be empty, whole or not at all, and compares every table; --erasures: erases again who stands in the list of “privacy erased”',
  options: { from: { type: 'string' }, erasures: { type: 'string' } },
  words: 0,
  migratesItself: true,
  run
};
