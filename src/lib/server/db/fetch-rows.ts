import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { types, type PGlite, type Transaction } from '@electric-sql/pglite';
import type { RowStream, StreamRows } from './row-stream.ts';
import { spellOut } from './spell-out.ts';

/** Cells as the server writes them, as COPY does, and not as values of JavaScript. */
const AS_WRITTEN = Object.fromEntries(
  Object.keys(types.parsers).map((type) => [type, (text: string) => text])
);

const FETCH = 'fetch 2000 from streamed_rows';

type Cells = (string | null)[];

/** A cell as COPY writes it: quotes where they are needed, and around empty text, which is not null. */
function csvCell(cell: string | null): string {
  if (cell === null) return '';
  return /^$|[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const WRITE: Record<RowStream['as'], (cells: Cells) => string> = {
  csv: (cells) => `${cells.map(csvCell).join(',')}\n`,
  lines: (cells) => `${cells[0] ?? ''}\n`
};

async function quoteBy(tx: Transaction, values: string): Promise<string[]> {
  const { rows } = await tx.query<{ literal: string }>(
    `select quote_nullable(given.value) as literal
     from jsonb_array_elements_text($1::text::jsonb) with ordinality as given (value, place) order by given.place`,
    [values]
  );
  return rows.map(({ literal }) => literal);
}

/** Reads all rows through a cursor, one snapshot, into the file. */
async function spool(tx: Transaction, { query, as }: RowStream, file: FileHandle): Promise<void> {
  await tx.query('set transaction isolation level repeatable read, read only');
  const rows = await spellOut(query, (values) => quoteBy(tx, values));
  await tx.query(`declare streamed_rows no scroll cursor for ${rows}`);
  for (;;) {
    const page = await tx.query<Cells>(FETCH, [], { rowMode: 'array', parsers: AS_WRITTEN });
    if (page.rows.length === 0) return;
    await file.write(page.rows.map(WRITE[as]).join(''));
  }
}

/**
 * Rows of the embedded database, which has one connection for everybody and no COPY to a client: they are read as quickly
 * as they come into a file that nobody else can open, and the reader, slow or not, is served from that.
 */
export function fetchRowsFrom(client: PGlite): StreamRows {
  return async function* fetchRows(rows) {
    const folder = await mkdtemp(join(tmpdir(), 'footnote-export-'));
    try {
      const file = await open(join(folder, 'rows'), 'wx+', 0o600);
      try {
        await client.transaction((tx) => spool(tx, rows, file));
        yield* file.createReadStream({ start: 0, autoClose: false });
      } finally {
        await file.close();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
