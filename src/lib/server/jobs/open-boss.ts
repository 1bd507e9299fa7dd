import type { PgBoss } from 'pg-boss';
import type { TextConnection } from '../db/text-connection.ts';
import { log } from '../log.ts';
import { watchConnection } from './watch-connection.ts';

/** Whatever the queue could not do; what follows from a database that is away was said already. */
function listen(boss: PgBoss, isGone: () => boolean): void {
  boss.on('error', ({ message }) => {
    if (!isGone()) log.error({ err: new Error(message) }, 'the queue of jobs met an error');
  });
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'the queue of jobs warns'));
}

/**
 * The queue on a connection, not started yet. The package is loaded here, when the program is up already. One that only
 * installs makes its tables when it is started, and looks after nothing.
 */
export async function openBoss(
  connection: TextConnection,
  { onlyInstalls }: { onlyInstalls: boolean }
): Promise<PgBoss> {
  const { PgBoss: Boss } = await import('pg-boss');
  const { executeSql, isGone } = watchConnection(connection);
  const boss = new Boss({
    db: { executeSql },
    supervise: !onlyInstalls,
    schedule: !onlyInstalls,
    cronWorkerIntervalSeconds: 10,
    // Upkeep of queues that are long, partitioned or chained; ours are none of it.
    bamIntervalSeconds: 3600,
    flowIntervalSeconds: 3600,
    reindex: false,
    monitorVacuum: false
  });
  listen(boss, isGone);
  return boss;
}
