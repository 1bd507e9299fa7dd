import { BackupDamaged } from '#lib/server/backup/backup-format.ts';
import { drain } from '#lib/server/db/bulk/measure-rows.ts';
import { openBackup } from '#lib/server/backup/open-backup.ts';
import { wrongUsage, type CommandOutcome, type FileCommand } from '../command.ts';

async function readThrough(path: string): Promise<CommandOutcome> {
  const backup = await openBackup(path);
  try {
    let tables = 0;
    for await (const { rows } of backup.tables()) {
      await drain(rows);
      tables += 1;
    }
    const { at, program, migration } = backup.header;
    const text = `The backup is whole: ${tables} tables, made ${at} by version ${program} (migration ${migration}).`;
    return { exitCode: 0, text, data: { isWhole: true, tables, at, program, migration } };
  } finally {
    backup.close();
  }
}

/** Reads a backup from the beginning to the end, without a database. */
export const backupCheck: FileCommand = {
  usage: 'backup check FILE',
  summary: 'says whether a backup is whole: every table has the rows and the hash that it was written with',
  options: {},
  words: 1,
  check: async ({ words: [path = ''] }) => {
    try {
      return await readThrough(path);
    } catch (error) {
      if (error instanceof BackupDamaged)
        return { exitCode: 1, text: error.message, data: { isWhole: false, error: error.message } };
      if (error instanceof Error && 'code' in error) return wrongUsage(`The file “${path}” cannot be read.`);
      throw error;
    }
  }
};
