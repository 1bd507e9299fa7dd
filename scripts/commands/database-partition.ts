import { partitionDatabase } from '#lib/server/db/partition/partition-database.ts';
import { wrongUsage, type Command, type CommandInput, type CommandOutcome } from '../command.ts';

async function run({ database, environment, now }: CommandInput): Promise<CommandOutcome> {
  if (environment.databaseUrl === null)
    return wrongUsage(
      'The embedded database has no use for partitions. They are for large ones on PostgreSQL.'
    );
  const done = await partitionDatabase(database, now);
  const text = [
    done.isNew
      ? 'Responses and the audit log are partitioned by month. What there was stays where it was.'
      : 'Responses and the audit log were partitioned already.',
    `New partitions: ${done.responses} months of responses, ${done.audit} of the audit log. A job makes the next ones each night.`
  ].join('\n');
  return { exitCode: 0, text, data: done };
}

/** Partitions the two tables that grow without end. */
export const databasePartition: Command = {
  usage: 'database partition',
  summary:
    'partitions responses and the audit log by month, on PostgreSQL, as the owner; for large installations, cannot be taken back, twice does no harm',
  options: {},
  words: 0,
  run
};
