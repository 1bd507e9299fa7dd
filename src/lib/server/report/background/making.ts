import type { Database } from '../../db/index.ts';

/** With what files are made. */
export type Making = {
  database: Pick<Database, 'db' | 'streamRows'>;
  /** Aborted when the program stops. */
  signal: AbortSignal;
  /** The address that people use; links in messages begin with it. */
  address: string;
  clock: () => Date;
};
