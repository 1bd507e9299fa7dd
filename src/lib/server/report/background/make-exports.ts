import { claimExport } from './claim-export.ts';
import { makeExport } from './make-export.ts';
import type { Making } from './making.ts';

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
