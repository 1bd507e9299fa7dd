import { isDatabaseGone } from '../db/is-database-gone.ts';
import type { TextConnection } from '../db/text-connection.ts';
import { log } from '../log.ts';

/**
 * A connection that says once that the database went away, and once that it is back, however often the queue asks
 * meanwhile. `isGone`: whether the last statement found nobody to ask.
 */
export function watchConnection({ executeSql, close }: TextConnection) {
  let isGone = false;
  const watched: TextConnection['executeSql'] = async (text, values) => {
    try {
      const result = await executeSql(text, values);
      if (isGone) log.info('the database answers the queue of jobs again');
      isGone = false;
      return result;
    } catch (error) {
      if (isDatabaseGone(error)) {
        if (!isGone) log.warn({ err: error }, 'jobs wait: the database does not answer');
        isGone = true;
      }
      throw error;
    }
  };
  return { executeSql: watched, close, isGone: () => isGone };
}
