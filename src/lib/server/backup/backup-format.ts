import * as v from 'valibot';

/**
 * A backup is text, compressed with gzip, that will be read in twenty years without this program: comments that hold
 * JSON, and for each table what `psql` takes as well, `COPY table (columns) FROM stdin;`, its rows, and `\.`.
 */
export const HEADER_MARK = '-- footnote-backup ';

/** Behind the rows of a table: how many there are, and their SHA-256. */
export const MEASURE_MARK = '-- measure ';

/** Behind the last table: without it the file was cut off. */
export const END_LINE = '-- end of backup';

/** Behind the last row of a table, as COPY has it. */
export const END_OF_ROWS = '\\.';

const headerSchema = v.object({
  format: v.literal(1),
  /** The version of the program that made it. */
  program: v.string(),
  /** The last migration of the database: into tables of that time its rows fit. */
  migration: v.string(),
  /** The instant of the snapshot, in ISO 8601. */
  at: v.string(),
  tables: v.array(v.object({ table: v.string(), columns: v.array(v.string()) }))
});

/** What a backup says of itself in its first line. */
export type BackupHeader = v.InferOutput<typeof headerSchema>;

const measureSchema = v.object({ rows: v.number(), sha256: v.pipe(v.string(), v.length(64)) });

/** The file is no backup, or not the whole of one; the message says what is wrong, for people. */
export class BackupDamaged extends Error {
  override name = 'BackupDamaged';
}

function readMarked<Schema extends v.GenericSchema>(
  line: string | null,
  { mark, schema, otherwise }: { mark: string; schema: Schema; otherwise: string }
): v.InferOutput<Schema> {
  if (!line?.startsWith(mark)) throw new BackupDamaged(otherwise);
  try {
    return v.parse(schema, JSON.parse(line.slice(mark.length)));
  } catch {
    throw new BackupDamaged(otherwise);
  }
}

/** Reads the first line. */
export const readHeader = (line: string | null): BackupHeader =>
  readMarked(line, {
    mark: HEADER_MARK,
    schema: headerSchema,
    otherwise: 'This is no backup of Footnote, or one of a later version.'
  });

/** Reads the line behind the rows of a table. */
export const readMeasure = (line: string | null, table: string) =>
  readMarked(line, {
    mark: MEASURE_MARK,
    schema: measureSchema,
    otherwise: `The backup does not say what the table ${table} has to be.`
  });
