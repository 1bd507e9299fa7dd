import type { TextConnection } from '../db/text-connection.ts';
import { openBoss } from './open-boss.ts';

/** Makes the schema of the queue, or brings it up to date, for a program that may not do it itself. */
export async function installQueue(connection: TextConnection): Promise<void> {
  const boss = await openBoss(connection, { onlyInstalls: true });
  await boss.start();
  await boss.stop({ graceful: false });
}
