import type { Database } from '../../db/index.ts';
import { claimExport } from './claim-export.ts';
import { makeExport } from './make-export.ts';

export type Making = {
  database: Pick<Database, 'db' | 'streamRows'>;
  /** Aborted when the program stops. */
  signal: AbortSignal;
  /** The address that people use; links in messages begin with it. */
  address: string;
  clock: () => Date;
};

/**
 * Makes every file that waits, one after the other, and begins again those whose maker ended with its process. One maker
 * works at a time, over all instances; a second one would do no harm but work in vain. Returns how many it had in hand.
 */
export async function makeExports(making: Making): Promise<number> {
  for (let count = 0; ; count += 1) {
    if (making.signal.aborted) return count;
    const claimed = await claimExport(making.database.db, making.clock);
    if (claimed === null) return count;
    await makeExport(making, claimed);
  }
}
