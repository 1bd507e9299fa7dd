import type { SQL } from 'drizzle-orm';

/** One kind of data in the export of a person: a file of JSON and one of CSV under this name. */
export type ExportFile = {
  file: string;
  /** What it holds, in words for the person. */
  about: string;
  /** The rows of a person, with column names that speak. */
  rows: (personId: string) => SQL;
};
